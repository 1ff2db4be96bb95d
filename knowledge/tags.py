"""Which words of a sentence are values: names of hosts, containers, images, services, ports, options."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from knowledge.decision import Names
from knowledge.sentence import Sentence, Word
from knowledge.words import fold

# Software that containers are named after; only used when the known names do not tell.
USUAL_NAMES = frozenset(
    """nginx apache httpd caddy traefik haproxy postgres postgresql mysql mariadb mongo mongodb redis memcached rabbitmq
    kafka zookeeper elasticsearch kibana logstash grafana prometheus loki jaeger minio nextcloud wordpress drupal joomla
    ghost gitlab gitea jenkins sonarqube nexus portainer watchtower pihole homeassistant plex jellyfin n8n
    metabase superset airflow keycloak vault consul etcd web api backend frontend worker app portal blog site loja fila
    celery gunicorn tomcat wildfly mailhog adminer phpmyadmin pgadmin registry busybox alpine ubuntu debian centos fedora
    python node golang openjdk php ruby rust mosquitto influxdb zabbix graylog openvpn wireguard""".split()
)

_PORTS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}:)?\d{1,5}(?:-\d{1,5})?:\d{1,5}(?:-\d{1,5})?(?:/(?:tcp|udp|sctp))?")
_IMAGE = re.compile(
    r"(?=.*[a-z])(?:[a-z0-9.-]+(?::\d+)?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
    r"(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?"
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_ADDRESS = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]+\.){2,}[a-z]{2,}|[a-z0-9-]+\.(?:local|lan|internal|com|net|org|br|io)"
)


_NO_NAMES = frozenset("x86_64 utf-8 sha-256 arm64-v8 iso-8859-1 windows-11 ubuntu-22 go1-22".split())


class Tag(Enum):
    HOST = "host"
    CONTAINER = "container"
    IMAGE = "image"
    SERVICE = "service"


@dataclass(frozen=True)
class Tagged:
    """A sentence with the tags of each word. `known` holds what the inventory says; `usual` what it merely looks like."""

    sentence: Sentence
    known: tuple[frozenset[Tag], ...]
    has_hosts: bool

    @property
    def words(self) -> tuple[Word, ...]:
        return self.sentence.words

    def is_host(self, position: int) -> bool:
        return Tag.HOST in self.known[position]

    def is_known(self, position: int) -> bool:
        return bool(self.known[position])

    def is_named(self, position: int) -> bool:
        """A known name of any kind but a host, or a name that software usually has."""
        return bool(self.known[position] - {Tag.HOST}) or self.words[position].folded in USUAL_NAMES


class Inventory:
    """The known names, ready to be looked up."""

    def __init__(self, names: Names) -> None:
        self.names = names
        tags: dict[str, set[Tag]] = {}
        for tag, group in (
            (Tag.HOST, names.hosts),
            (Tag.CONTAINER, names.containers),
            (Tag.IMAGE, names.images),
            (Tag.SERVICE, names.services),
        ):
            for name in group:
                tags.setdefault(fold(name), set()).add(tag)
                if tag is Tag.IMAGE and ":" in name.rsplit("/", 1)[-1]:
                    tags.setdefault(fold(name.rsplit(":", 1)[0]), set()).add(tag)
        self._tags: Mapping[str, frozenset[Tag]] = {name: frozenset(found) for name, found in tags.items()}

    @property
    def folded_names(self) -> tuple[str, ...]:
        return tuple(self._tags)

    def tags_of(self, folded: str) -> frozenset[Tag]:
        return self._tags.get(folded, frozenset())

    def tag(self, sentence: Sentence) -> Tagged:
        nothing: frozenset[Tag] = frozenset()
        known = tuple(self._tags.get(word.folded, nothing) for word in sentence.words)
        return Tagged(sentence, known, bool(self.names.hosts))


def is_ports(word: str) -> bool:
    return _PORTS.fullmatch(word) is not None


def is_image_reference(word: str) -> bool:
    """Something with a tag or a path, as only image references have: `nginx:1.27`, `ghcr.io/acme/api`."""
    folded = word.lower()
    if not (":" in folded or "/" in folded) or is_ports(word) or folded.startswith(("http:", "https:", "/", "./")):
        return False
    return _IMAGE.fullmatch(folded) is not None and not folded.endswith(":")


def may_be_image(word: str) -> bool:
    return _IMAGE.fullmatch(word) is not None


def may_be_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None


def is_address(word: str) -> bool:
    """An IP address or a domain name."""
    return _ADDRESS.fullmatch(word.lower()) is not None


def is_numbered_name(word: str) -> bool:
    """A name of parts with a number, as containers often have: worker-1, web-9ca4b5, api_v2."""
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)+", word) is not None and (
        any(c.isdigit() for c in word) and word.lower() not in _NO_NAMES
    )


def looks_like_a_name(word: str) -> bool:
    """A form that no Portuguese word has: digits, underscores or dots among letters, as in worker-1 or bot_telegram."""
    return (
        may_be_name(word) and re.search(r"[A-Za-z]", word) is not None and re.search(r"[\d_]|\w\.\w", word) is not None
    )
