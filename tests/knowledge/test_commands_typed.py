"""Docker lines and commands with a slash."""

from typing import Any

import pytest

from knowledge.decision import Ask, Explain, Names, Run
from knowledge.matcher import Matcher


@pytest.mark.parametrize(
    ("text", "operation", "slots"),
    [
        ("docker ps", "ps", {}),
        ("$ docker container ls --all", "ps_all", {}),
        ("sudo docker logs -n 15 web no lab", "logs", {"container": "web", "lines": 15, "host": "lab"}),
        ("docker run -dp 8080:80 --name=x nginx:1.27", "run", {"ports": "8080:80", "name": "x", "image": "nginx:1.27"}),
        ("docker run -it nginx:1.27 sh -c 'echo a b'", "run", {"image": "nginx:1.27", "command": "sh -c 'echo a b'"}),
        ("docker run -p 1:1 -p 2:2 nginx:1.27", "run", {"ports": "1:1,2:2", "image": "nginx:1.27"}),
        ("docker stop $(docker ps -q) no prod", "stop_all", {"host": "prod"}),
        ("docker start `docker ps -aq`", "start_all", {}),
        ("docker rmi $(docker images -q)", "rmi_all", {}),
        ("docker rm $(docker ps -aq -f status=exited)", "prune_containers", {}),
        ("docker system prune -af", "prune_system", {}),
        ("docker inspect -f '{{.NetworkSettings.IPAddress}}' web", "ip", {"container": "web"}),
        ("docker service scale fila=3 no lab", "scale", {"service": "fila", "replicas": "3", "host": "lab"}),
        ("docker tag nginx:1.27 acme/nginx:ok", "tag", {"image": "nginx:1.27", "name": "acme/nginx:ok"}),
        ("/ps lab", "ps", {"host": "lab"}),
        ("/logs api 50", "logs", {"container": "api", "lines": 50}),
        ("/prune system lab", "prune_system", {"host": "lab"}),
        ("/stop container=web host=lab", "stop", {"container": "web", "host": "lab"}),
        ("/rename web site", "rename", {"container": "web", "name": "site"}),
        ("/schedule stats lab 0 8 * * *", "schedule", {"when": "0 8 * * *", "host": "lab", "operation": "stats"}),
        ("/exec web df -h lab", "exec", {"container": "web", "command": "df -h", "host": "lab"}),
    ],
)
def test_a_command_is_read_whole(
    matcher: Matcher, names: Names, text: str, operation: str, slots: dict[str, Any]
) -> None:
    decision = matcher.match(text, names)

    assert isinstance(decision, Run), decision
    assert (decision.operation, dict(decision.slots)) == (operation, slots)


@pytest.mark.parametrize(
    "text",
    [
        "docker rm $(docker ps -aq)",
        "docker kill $(docker ps -q)",
        "docker run --pid=host nginx:1.27",
        "docker run --rm -v dados:/x nginx:1.27",
        "docker rm web --volumes",
        "docker stop web | tee x",
        "docker exec web sh > /tmp/x",
    ],
)
def test_a_line_that_asks_more_than_we_can_promise_is_refused(matcher: Matcher, names: Names, text: str) -> None:
    assert not isinstance(matcher.match(text, names), Run)


@pytest.mark.parametrize(
    ("text", "topic"),
    [("docker rmi", "comando/rmi"), ("docker logs", "comando/logs"), ("docker stop?", "comando/stop")],
)
def test_a_line_without_its_target_is_a_question(matcher: Matcher, names: Names, text: str, topic: str) -> None:
    decision = matcher.match(text, names)

    assert isinstance(decision, Explain), decision
    assert decision.topic == topic


def test_a_command_without_its_target_asks_for_it(matcher: Matcher, names: Names) -> None:
    decision = matcher.match("/stop", names)

    assert isinstance(decision, Ask)
    assert (decision.id, decision.missing) == ("stop", "container")
    assert [choice.id for choice in decision.choices] == list(names.containers)


def test_a_command_nobody_knows_may_be_a_topic(matcher: Matcher, names: Names) -> None:
    assert isinstance(matcher.match("/dockerfile", names), Explain)
