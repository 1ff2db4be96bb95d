"""What failed on the way to Docker or in it, and what the person can do about it."""

from bot.orders import on
from commands.errors import (
    AlreadySo,
    BadRequest,
    CommandError,
    Conflict,
    EngineFailed,
    EngineForbidden,
    EngineTimeout,
    EngineUnreachable,
    HostMisconfigured,
    NotFound,
    ScheduleRefused,
    Unfit,
)
from commands.outcome import Failed
from knowledge.answer import Answer, Block, Choice, Say, Text, code

# From the particular to the general: the first class that fits says it.
_SAYS: tuple[tuple[type[CommandError], str], ...] = (
    (
        EngineUnreachable,
        "o Docker de lá não respondeu. Veja se a máquina está ligada e se o serviço está de pé "
        "(`systemctl status docker`).",
    ),
    (
        EngineForbidden,
        "o Docker de lá não me deixou entrar. No socket local, o usuário do bot precisa estar no grupo `docker`; "
        "no remoto, confira o certificado ou a chave.",
    ),
    (
        EngineTimeout,
        "o Docker de lá demorou demais, e desisti de esperar. O pedido pode ter chegado: "
        "confira com `/ps_all` antes de repetir.",
    ),
    (NotFound, "isso não existe lá. Confira o nome com `/ps_all`, `/images`, `/volumes` ou `/networks`."),
    (Conflict, "o estado atual não permite: está em uso, ainda rodando, ou o nome já tem dono."),
    (BadRequest, "o Docker não aceitou um dos valores. Confira a grafia e mande de novo."),
    (
        HostMisconfigured,
        "a configuração desse host não serve. Quem cuida do bot vê o que falta com `estivador config check`.",
    ),
    (
        EngineFailed,
        "o próprio Docker falhou ao fazer isso. Os registros do serviço (`journalctl -u docker`) dizem mais.",
    ),
    (CommandError, "algo falhou no caminho até o Docker. Tente de novo daqui a pouco."),
)


def failed(result: Failed) -> Answer:
    if isinstance(result.error, ScheduleRefused | Unfit):
        return Answer((Text(f"Não deu: {result.error.detail}."),))
    if isinstance(result.error, AlreadySo):
        whose = code(result.target) if result.target else "isso"
        return Answer((Text(f"Nada a fazer: {whose} já estava assim{on(result.host)}."),))
    target = f" com {code(result.target)}" if result.target else ""
    says = next(says for kind, says in _SAYS if isinstance(result.error, kind))
    blocks: tuple[Block, ...] = (Text(f"❌ Não deu certo{target}{on(result.host)}: {says}"),)
    if result.error.detail:
        blocks += (Text(f"O Docker disse: {code(result.error.detail)}"),)
    return Answer(blocks, (Choice("Entender melhor", Say(result.operation.topic)),))
