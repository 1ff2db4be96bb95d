"""What `estivador` does with its arguments."""

import asyncio
import io
import json
import logging
import logging.handlers
import os
import secrets
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from bot.asking import SHAPE
from bot.settings import Settings, SettingsError
from commands.catalogue import Catalogue
from commands.database import DatabaseError
from knowledge.errors import KnowledgeError

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_log = logging.getLogger("estivador")


class Mistake(Exception):
    """The person must change something; the message says what, in one or more lines."""


_USAGE: dict[type[click.UsageError], Callable[[Any], str]] = {
    click.NoSuchOption: lambda error: f"a opção {error.option_name} não existe aqui",
    click.MissingParameter: lambda error: (
        f"falta {error.param.make_metavar(error.ctx) if error.param and error.ctx else 'um valor'}"
    ),
    click.BadOptionUsage: lambda error: f"a opção {error.option_name} precisa de um valor",
    click.BadParameter: lambda error: f"este valor não serve para {error.param.name if error.param else 'a opção'}",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 fine, 1 something must be changed, 2 the command line cannot be read."""
    _take_any_bytes()
    log = _log_to_file()
    try:
        result = cli.main(
            args=None if arguments is None else list(arguments), prog_name="estivador", standalone_mode=False
        )
        return result if isinstance(result, int) else 0
    except click.UsageError as error:
        said = next(
            (say(error) for kind, say in _USAGE.items() if isinstance(error, kind)),
            "não conheço esse comando ou sobrou algum argumento",
        )
        click.echo(f"estivador: {said}. Veja `estivador --help`.", err=True)
        return 2
    except (Mistake, SettingsError, KnowledgeError) as error:
        click.echo(str(error), err=True)
        return 1
    except DatabaseError as error:
        click.echo(
            f"Não consigo abrir o banco de dados: {error}. Confira ESTIVADOR_DATABASE_URL e ESTIVADOR_DATA.", err=True
        )
        return 1
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the front's last resort
        reference = secrets.token_hex(4)
        _log.exception("unexpected failure %s", reference)
        where = f"; os detalhes estão em {log}" if log else ""
        click.echo(
            f"Algo falhou aqui dentro (código {reference}){where}. "
            "Tente de novo; se continuar, avise quem cuida do Estivador.",
            err=True,
        )
        return 1


def _take_any_bytes() -> None:
    """Whatever is typed or named, the conversation goes on."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _log_to_file() -> Path | None:
    """Tracebacks are for whoever cares for the bot: they go to a file, never to the screen of a person."""
    try:
        file = Settings.data_folder(os.environ) / "estivador.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        logging.basicConfig(handlers=[logging.NullHandler()])
        return None
    logging.basicConfig(level=logging.INFO, handlers=[handler], format=LOG_FORMAT)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses, and the token is in them
    return file


class _Options(click.Command):
    """A command whose --help speaks Portuguese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Mostra esta ajuda."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Uso: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row for parameter in self.get_params(ctx) if (row := parameter.get_help_record(ctx)) is not None]
        with formatter.section("Opções"):
            formatter.write_dl(rows)


class _Group(_Options, click.Group):
    command_class = _Options

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        names = [
            (name, command)
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        with formatter.section("Comandos"):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in names])


_config = click.option(
    "--config",
    "config",
    metavar="ARQUIVO",
    help="O estivador.toml a usar (padrão: ESTIVADOR_CONFIG ou ./estivador.toml).",
)


def _settings(config: str | None) -> Settings:
    names = frozenset(operation.name for operation in Catalogue.load())
    return Settings.load(os.environ, config, names)


@click.group(cls=_Group, options_metavar="[OPÇÕES]", subcommand_metavar="COMANDO [ARGUMENTOS]")
@click.version_option(package_name="estivador", message="estivador %(version)s", help="Mostra a versão.")
def cli() -> None:
    """O assistente de Docker em português: explica, opera e relata."""


@cli.command(options_metavar="[OPÇÕES]")
@_config
def chat(config: str | None) -> None:
    """Conversa no terminal; não precisa de token nem de configuração."""
    from bot.terminal_front.session import chat as converse

    asyncio.run(converse(_settings(config)))


@cli.command(options_metavar="[OPÇÕES]")
@_config
def telegram(config: str | None) -> None:
    """Atende no Telegram; precisa de TELEGRAM_BOT_TOKEN."""
    from bot.telegram_front.session import serve

    settings = _settings(config)
    if settings.token is None:
        raise Mistake("Falta o token do bot: defina TELEGRAM_BOT_TOKEN com o que o @BotFather lhe deu.")
    raise SystemExit(serve(settings))


@cli.command(options_metavar="[OPÇÕES]", context_settings={"ignore_unknown_options": True})  # people ask about flags
@_config
@click.option("--json", "as_json", is_flag=True, help="Um objeto JSON por linha.")
@click.option("--names", "names", metavar="ARQUIVO", help="JSON com hosts, containers, images e services conhecidos.")
@click.option("--porque", "reasons", is_flag=True, help="Mostra também o que pesou na decisão.")
@click.argument("text", nargs=-1, required=True, metavar="TEXTO… | -")
def ask(text: tuple[str, ...], names: str | None, as_json: bool, reasons: bool, config: str | None) -> None:
    """Mostra o que o Estivador entende de um texto, sem executar nada; - lê uma frase por linha da entrada."""
    from bot import asking

    asking.ask(_settings(config), text, _read_names(names) if names else None, as_json, click.echo, reasons)


def _read_names(path: str) -> Any:
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise Mistake(f"{path}: não consigo ler o arquivo ({error.strerror}).") from error
    except ValueError as error:
        raise Mistake(f"{path}: isto não é JSON válido; o formato é {SHAPE}.") from error


@cli.command(name="eval", options_metavar="[OPÇÕES]")
@_config
@click.option(
    "--names",
    "names",
    metavar="ARQUIVO",
    help="JSON com os nomes conhecidos (padrão: names.json da pasta, ou os das próprias respostas).",
)
@click.option("--errors", is_flag=True, help="Lista cada erro.")
@click.argument("folder", metavar="PASTA")
def evaluate(folder: str, names: str | None, errors: bool, config: str | None) -> None:
    """Mede o entendimento com as frases anotadas (.jsonl) de uma pasta."""
    from bot import evaluation

    evaluation.evaluate(_settings(config), Path(folder), _read_names(names) if names else None, errors, click.echo)


@cli.group(cls=_Group, options_metavar="[OPÇÕES]", subcommand_metavar="COMANDO")
def config() -> None:
    """Confere a configuração."""


@config.command(options_metavar="[OPÇÕES]")
@_config
def check(config: str | None) -> None:
    """Mostra todos os erros da configuração de uma vez e tenta cada host."""
    from bot import checking

    raise SystemExit(checking.check(_settings(config), click.echo))


@cli.command(hidden=True)
@click.option("--check", "only_check", is_flag=True)
def train(only_check: bool) -> None:
    """Treina de novo o modelo que vai no pacote."""
    from knowledge.training import run

    raise SystemExit(run(Catalogue.load().signatures, only_check))


@cli.command(hidden=True)
@_config
def health(config: str | None) -> None:
    """Diz se o bot está recebendo mensagens (para o HEALTHCHECK)."""
    from bot import heartbeat

    raise SystemExit(0 if heartbeat.is_beating(heartbeat.path(_settings(config).data)) else 1)
