"""What docker's own command line knows: verbs, their options and their positions."""

# option -> takes a value. What is not here is an option we do not know, and a change with one of those is refused.
BOOLEAN = {
    "ps": "a all q quiet l latest s size no-trunc",
    "images": "a all q quiet no-trunc digests",
    "search": "no-trunc",
    "stats": "a all no-stream no-trunc",
    "logs": "f follow t timestamps details",
    "inspect": "s size",
    "history": "q quiet no-trunc H human",
    "run": "d detach i interactive t tty",
    "start": "a attach i interactive",
    "rm": "f force",
    "rmi": "f force",
    "container prune": "f force",
    "image prune": "f force a all",
    "system prune": "f force a all volumes",
    "exec": "i interactive t tty",
    "pull": "q quiet",
    "commit": "p pause",
    "system df": "v verbose",
    "volume ls": "q quiet",
    "network ls": "q quiet no-trunc",
    "service ls": "q quiet",
    "node ls": "q quiet",
    "service scale": "d detach",
}
VALUED = {
    "ps": "f filter n last format",
    "images": "f filter format",
    "search": "f filter format limit",
    "stats": "format",
    "logs": "n tail since until",
    "inspect": "f format type",
    "history": "format",
    "run": "name p publish",
    "stop": "t time timeout s signal",
    "restart": "t time timeout s signal",
    "kill": "s signal",
    "commit": "a author m message",
    "info": "f format",
    "version": "f format",
    "system df": "format",
    "volume ls": "f filter format",
    "network ls": "f filter format",
    "service ls": "f filter format",
    "node ls": "f filter format",
}
# spelling -> verb of the tables here
SPELLED_VERBS = {
    "container ls": "ps", "container list": "ps", "container ps": "ps", "image ls": "images", "image list": "images",
    "container stats": "stats", "container logs": "logs", "container inspect": "inspect", "container top": "top",
    "container port": "port", "container diff": "diff", "image history": "history", "system info": "info",
    "image pull": "pull", "container run": "run", "container start": "start", "container stop": "stop",
    "container restart": "restart", "container pause": "pause", "container unpause": "unpause", "container kill": "kill",
    "container rm": "rm", "container remove": "rm", "container rename": "rename", "container commit": "commit",
    "image tag": "tag", "container exec": "exec", "image rm": "rmi", "image remove": "rmi", "volume list": "volume ls",
    "network list": "network ls", "service list": "service ls", "node list": "node ls",
}  # fmt: skip
OPERATIONS = {
    "ps": "ps", "images": "images", "search": "search", "stats": "stats", "logs": "logs", "inspect": "inspect", "top": "top",
    "port": "port", "diff": "diff", "history": "history", "info": "info", "version": "info", "system df": "df",
    "volume ls": "volumes", "network ls": "networks", "service ls": "services", "node ls": "nodes", "pull": "pull", "run": "run",
    "start": "start", "stop": "stop", "restart": "restart", "pause": "pause", "unpause": "unpause", "rename": "rename",
    "commit": "commit", "tag": "tag", "exec": "exec", "service scale": "scale", "kill": "kill", "rm": "rm", "rmi": "rmi",
    "container prune": "prune_containers", "image prune": "prune_images", "system prune": "prune_system",
}  # fmt: skip
VERBS = frozenset(OPERATIONS) | {"compose", "login", "build", "network", "volume", "system", "container", "image"}
# positional slots of each verb, in order
POSITIONS = {
    "search": ("term",), "stats": ("container",), "logs": ("container",), "inspect": ("container",), "top": ("container",),
    "port": ("container",), "diff": ("container",), "history": ("image",), "pull": ("image",), "start": ("container",),
    "stop": ("container",), "restart": ("container",), "pause": ("container",), "unpause": ("container",),
    "rename": ("container", "name"), "commit": ("container", "image"), "tag": ("image", "name"), "kill": ("container",),
    "rm": ("container",), "rmi": ("image",),
}  # fmt: skip
OPTIONAL = {"stats", "start", "stop", "restart"}
ALL = {
    ("stop", "ps"): "stop_all", ("start", "ps"): "start_all", ("rmi", "images"): "rmi_all", ("rm", "exited"): "prune_containers",
    ("restart", "ps"): None, ("kill", "ps"): None, ("rm", "ps"): None,
}  # fmt: skip
READS = {"ps", "images", "search", "stats", "logs", "inspect", "top", "port", "diff", "history", "info", "version",
          "system df", "volume ls", "network ls", "service ls", "node ls"}  # fmt: skip
