"""Values of several words: a command, a search term, what is scheduled, which schedule."""

import re
from collections.abc import Collection

from knowledge.slots.frame import ARTICLES, COURTESY, LOCATIVES, PLACES, Frame
from knowledge.words import fold

_RUNS = frozenset(
    """roda rode rodar rodando executa execute executar executando exec correr corre corra executa-me roda-me comando
    dispara manda lanca lance chama testa digita aplica faz fazer""".split()
)
RUNNING = frozenset({"executar", "executando", "rodando", "comando", "executa", "exec"})
_COMMAND_FILLER = ARTICLES | {
    "comando",
    "ai",
    "la",
    "um",
    "o",
    "so",
    "aqui",
    "pra",
    "mim",
    "entao",
    "me",
    ":",
    "dentro",
    "seguinte",
}
_INSIDE = frozenset("dentro no na nos nas em do da".split())
_SEARCH = frozenset(
    """busca buscar busque procura procurar procure pesquisa pesquisar pesquise search acha achar ache encontra encontrar
    existe existem ha tem imagem imagens imgs opcoes alternativas pesquisa-me procura-me""".split()
)
_TERM_FILLER = ARTICLES | {
    "por", "de", "do", "da", "sobre", "imagem", "imagens", "imgs", "images", "oficial", "oficiais", "pronta", "prontas", "alguma", "algumas", "algum",
    "com", "me", "mim", "pra", "para", "pelo", "pela", "termo", "o", "que", "tem", "existe", "container", "docker", "la", "ai", "uma", "um", "se", "ha", "no", "hub", "dockerhub",
}  # fmt: skip
_TERM_END = LOCATIVES | {
    "usando",
    "pelo",
    "pela",
    "partir",
    "pra",
    "para",
    "e",
    "que",
    "disponivel",
    "disponiveis",
    "oficial",
    "oficiais",
    "pronta",
    "prontas",
}
_ORDER = frozenset(
    """agenda agende agendar programa programe programar marca marque marcar quero queria gostaria preciso manda mande mandar
    envia envie enviar mostra mostre mostrar posta poste publica publique faz faca fazer roda rode rodar executa execute
    executar corre da dar de olhada olha ve veja traz traga deixa deixe configura cria crie um uma me mim pra para que voce vc
    manda-me envia-me mostra-me faz-me da-me traz-me podes pode consegues consegue poderia aqui ai la no grupo chat canal
    agendamento agendado agendada tarefa rotina automaticamente automatico sempre o a os as de do da relatorio nos nas na com por favor
    e entao todo toda isso ver uma schedule /schedule /agendar espreitadela espreita ao aos""".split()
)
_REPORTED = frozenset("relatorio".split())
_TAIL = COURTESY | frozenset(
    """e me conta avisa avisar manda mandar envia aqui grupo chat canal no na pra mim nesse neste automaticamente sempre por
    favor conte informa mostra resultado o com a gente nos tudo bem so que""".split()
)
_SCHEDULES = frozenset(
    "agendamento agendamentos tarefa tarefas rotina schedule job lembrete aviso numero nº n #".split()
)
_REMOVES = frozenset(
    """tira tire tirar remove remova remover cancela cancele cancelar apaga apague apagar desmarca desmarque desmarcar exclui
    exclua excluir deleta delete deletar elimina elimine eliminar desagenda desagende desagendar para pare parar suspende desliga desativa
    desative mata remova-me cancela-me apaga-me anula anule anular interrompe encerra esquece""".split()
)
_WHICH_FILLER = frozenset(
    """id numero aquilo isso receber recebendo agendada agendado agendadas que mandar manda envia enviar automatico automatica programada
    programado daquele daquela desse dessa deste desta aquela la daqui chat grupo""".split()
)
_NEEDLESS = re.compile(
    r"\b(?:nao|já não|ja nao)\s+(?:precisa(?:mos)?|preciso|quero|queremos|e preciso|e necessari[oa]|faz falta)(?:\s+mais)?(?:\s+d[aeo]s?)?\s+"
)


def command(frame: Frame, target: int | None, verbs: Collection[str] = _RUNS) -> str | None:
    """What is to be run: quoted, or between the verb and the place, or behind the target; whole, as typed."""
    quoted = [n for n, word in enumerate(frame.words) if word.quoted and n not in frame.used and n != target]
    if quoted and quoted == list(range(quoted[0], quoted[-1] + 1)):
        return frame.take_span(quoted[0], quoted[-1])
    starts = [n for n in range(len(frame.words)) if _starts_command(frame, n, verbs)]
    for start in reversed(starts):
        first = start + 1
        while first < len(frame.words) and (
            frame.folded(first) in _COMMAND_FILLER
            or first == target
            or first in frame.used
            or frame.folded(first) in PLACES
        ):
            first += 1
        last = _command_end(frame, first, target)
        if last >= first:
            return frame.take_span(first, last)
    return None


def _starts_command(frame: Frame, position: int, verbs: Collection[str]) -> bool:
    word = frame.folded(position)
    gives = word in {"da", "dar", "manda", "mete"} and frame.folded(position + 1) in {"um", "uma"} and verbs is _RUNS
    return position not in frame.used and (word in verbs or gives)


def command_before_container(frame: Frame) -> str | None:
    """ "roda `CMD` num container novo da IMAGEM": what stands between the verb and the container to be made."""
    for start in range(len(frame.words)):
        if frame.folded(start) not in _RUNS:
            continue
        first = start + 1
        while first < len(frame.words) and frame.folded(first) in _COMMAND_FILLER:
            first += 1
        last = first
        while last + 1 < len(frame.words) and frame.folded(last + 1) not in {"num", "numa"}:
            last += 1
        if last + 1 < len(frame.words) and frame.folded(last + 2) in {
            "container",
            "contentor",
            "debian",
            "novo",
            "alpine",
        }:
            return frame.take_span(first, last)
    return None


def _command_end(frame: Frame, first: int, target: int | None) -> int:
    last = first - 1
    for position in range(first, len(frame.words)):
        if frame.is_mark(position) and frame.folded(position) != ".":
            break
        word = frame.folded(position)
        if position in frame.used or (word in _INSIDE and _leads_to_place(frame, position, target)):
            break
        if word in {"la", "ai"} and frame.folded(position + 1) in _INSIDE:
            break
        if word in {"pfv", "pf", "favor"} or (word == "por" and frame.folded(position + 1) == "favor"):
            break
        if not frame.is_mark(position):
            last = position
    return last


def _leads_to_place(frame: Frame, position: int, target: int | None) -> bool:
    for ahead in range(position + 1, min(position + 5, len(frame.words))):
        if ahead == target or ahead in frame.used or frame.folded(ahead) in {"container", "contentor", "host"}:
            return True
        if frame.folded(ahead) not in PLACES | ARTICLES | {"dentro", "la"}:
            return False
    return False


def term(frame: Frame) -> str | None:
    """A search term: behind the verb of searching, up to where the search is made."""
    starts = [n for n in range(len(frame.words)) if frame.folded(n) in _SEARCH]
    for start in starts:
        first = start + 1
        while first < len(frame.words) and (frame.folded(first) in _TERM_FILLER or frame.folded(first) in _SEARCH):
            first += 1
        last = first - 1
        while last + 1 < len(frame.words) and _continues_term(frame, last + 1):
            last += 1
        if last >= first:
            return frame.take_span(first, last)
    return None


def _continues_term(frame: Frame, position: int) -> bool:
    return frame.is_free(position) and frame.folded(position) not in _TERM_END | COURTESY | {
        "docker",
        "hub",
        "dockerhub",
    }


def scheduled(frame: Frame) -> str | None:
    """What is to be done: the longest stretch without the order, the time and the host."""
    stretches: list[tuple[int, int]] = []
    for position in range(len(frame.words)):
        if position in frame.used or frame.is_mark(position):
            continue
        if stretches and stretches[-1][1] == position - 1:
            stretches[-1] = (stretches[-1][0], position)
        else:
            stretches.append((position, position))
    trimmed = [trimmed for first, last in stretches if (trimmed := _trim(frame, first, last))]
    if not trimmed:
        return None
    first, last = max(trimmed, key=lambda span: span[1] - span[0])
    return frame.take_span(first, last)


def _trim(frame: Frame, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and frame.folded(first) in _ORDER and not _is_verb_para(frame, first):
        first += 1
    while last >= first and frame.folded(last) in _TAIL | PLACES | ARTICLES:
        last -= 1
    return (first, last) if first <= last else None


def _is_verb_para(frame: Frame, position: int) -> bool:
    """ "…, para todos os containers": the verb, not the preposition."""
    stopped = frame.folded(position + 1) in ARTICLES | {"todos", "todas", "tudo"}
    return frame.words[position].folded in {"para", "pare"} and stopped and not frame.is_free(position - 1)


def which(frame: Frame) -> str | None:
    """Which schedule: behind the verb that removes, without "o agendamento"; or what "não precisa mais" names."""
    text = frame.tagged.sentence.text
    starts = [n for n in range(len(frame.words)) if frame.folded(n) in _REMOVES]
    for start in starts:
        first = start + 1
        filler = ARTICLES | _SCHEDULES | PLACES | COURTESY | _WHICH_FILLER
        while first < len(frame.words) and frame.folded(first) in filler:
            first += 1
        span = _until_break(frame, first)
        if span:
            return frame.take_span(*span)
    needless = _NEEDLESS.search(fold(text))
    if needless and not any(word.start < needless.start() for n, word in enumerate(frame.words) if n in starts):
        first = next((n for n, word in enumerate(frame.words) if word.start >= needless.end()), len(frame.words))
        while first < len(frame.words) and frame.folded(first) in ARTICLES | PLACES | _WHICH_FILLER:
            first += 1
        span = _until_break(frame, first)
        return frame.take_span(*span) if span else None
    digits = [n for n in frame.free() if frame.folded(n).isdigit()]
    return frame.words[digits[0]].raw if len(digits) == 1 else None


_REASONS = frozenset("porque pq pois ja-que que-ninguem".split())


def _until_break(frame: Frame, first: int) -> tuple[int, int] | None:
    last = first - 1
    while last + 1 < len(frame.words) and not frame.is_mark(last + 1) and frame.folded(last + 1) not in _REASONS:
        last += 1
    while last >= first and frame.folded(last) in COURTESY | {"que", "e"}:
        last -= 1
    return (first, last) if last >= first else None
