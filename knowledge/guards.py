"""What keeps a sentence that names an action from being an order: negation, report, hypothesis, pretence."""

import re
from typing import Literal

from knowledge.words import fold

Hold = Literal["negated", "reported", "pretended"]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# Imperatives and infinitives of everything that acts. An order is one of these at the beginning of a clause.
_ACT = (
    r"(?:par[ae]s?|parar|parem|paras|apag(?:a|ue|ues|ar|uem)|remov(?:a|e|er|as|am)|delet(?:a|e|ar|es)|exclu(?:i|a|ir|as)|elimin(?:a|e|ar|es)|mat(?:a|e|ar|es)"
    r"|reinici(?:a|e|ar|es)|restart\w*|reboot\w*|deslig(?:a|ue|ar|ues)|derrub(?:a|e|ar|es)|encerr(?:a|e|ar|es)|interromp(?:a|e|er)|limp(?:a|e|ar|es)|zer(?:a|e|ar|es)"
    r"|inici(?:a|e|ar|es)|start\w*|lig(?:a|ue|ar|ues)|levant(?:a|e|ar|es)|sub(?:a|ir|as)|sob(?:e|es)|paus(?:a|e|ar|es)|despaus(?:a|e|ar)|congel(?:a|e|ar|es)|descongel(?:a|e|ar)"
    r"|renomei(?:a|e|ar)|renomear|troc(?:a|ar)|troque\w?|mud(?:a|e|ar|es)|baix(?:a|e|ar|es)|pux(?:a|e|ar|es)|cri(?:a|e|ar|es)|rod(?:a|e|ar|es)|execut(?:a|e|ar|es)|corr(?:e|a|er)|faz|faca\w?|fazer"
    r"|mex(?:a|e|er|as|am)|toc(?:a|ar)|toque\w?|tir(?:a|e|ar|es)|cancel(?:a|e|ar|es)|agend(?:a|e|ar|es)|escal(?:a|e|ar)|aument(?:a|e|ar)|reduz(?:a|ir)?|diminu(?:a|i|ir)|stop\b|kill\b|pull\b|prune\b|commit\b"
    r"|dar?\s+(?:um|uma|aquel\w+|logo\s+um)|de\s+(?:um|uma)\s+(?:stop|kill|rm|start|restart|pull|fim)|met(?:e|a)\s+(?:um|uma)|mand(?:a|e|ar|a-me)|p(?:oe|onha)\b|met(?:e|a)\b|acord(?:a|e)|bot(?:a|e)\b|coloc(?:a|ar)|coloque|deit(?:a|e|ar)|solt(?:a|e)"
    r"|lev(?:a|e|ar)|guard(?:a|e|ar)|ger(?:a|e|ar)|dei(?:xa|xe)|mostr(?:a|e|ar|a-me)|list(?:a|e|ar)|ve\b|veja|traz|traga|quero|passa|passe|expuls(?:a|e|ar)|sum(?:a|e)\s+com|some\s+com|acab(?:a|e)\s+com|ajust(?:a|e|ar)|escolh(?:a|e|er)|dispar(?:a|e|ar)|destr(?:oi|ua|uir)|extermin\w+|detona|desfaz|tag(?:ueia|uear|ueie)?\b|etiquet(?:a|e|ar)|chama|chame|retom(?:a|e|ar)|volt(?:a|e|ar)|suspend(?:a|e|er)|diz-me|me\s+diz|me\s+diga)"
)
_LEAD = r"(?:(?:entao|por\s+favor|pfv|pf|favor|so|ai|aqui|agora|ja|pode|podes|podia|poderia|consegue|apenas|e|la|vai|antes|hoje|depois|bom|ok|oi|ola|bora|vamos|me|pra\s+mim|para\s+mim|faz\s+favor|agora\s+sim|por\s+isso|entretanto|enquanto\s+isso|primeiro|la\s+no\s+\w+|no\s+\w+)\W+){0,4}"
_ORDER_CLAUSE = re.compile(rf"^\W*{_LEAD}{_ACT}")

_BETWEEN = (
    r"(?:(?:me|se|lhe|o|a|os|as|mais|pode|podes|podem|vai|vas|va|va\s+la|quero|queria|quero\s+que|queremos|que|e|e\s+pra|e\s+para|era|pra|para|deve|deves|devem|precisa|precisas|preciso"
    r"|ninguem|voce|vc|tu|eu|agora|ainda|por|favor|ouse|ouses|deixa|deixe|deixes|tente|tenta|tentes|inventa\s+de|invente\s+de|vamos|vou|gente|pense\s+em|penses\s+em|pensa\s+em|sequer|nem|e\s+preciso|convem|adianta|vale\s+a\s+pena)\s+){0,4}"
)
_NEGATED = re.compile(
    rf"\b(?:nao|nunca|jamais|nem|sem|ninguem|evit[ae]|proibid[oa]|de\s+jeito\s+nenhum|de\s+modo\s+nenhum|de\s+forma\s+alguma|em\s+hipotese\s+(?:alguma|nenhuma)|de\s+maneira\s+nenhuma)\s+{_BETWEEN}{_ACT}"
)
_WITHDRAWN = _any(
    r"\b(?:esquece|esqueca|esquecam|esquecer)\s+(?:aquil|iss|d[aeo]\b|o\s+que|a\s+ideia|o\s+pedido|tudo|o\s+\w+)",
    r"\bdeix[ae]\s+(?:pra|para)\s+la\b|\bdeix[ae]\s+(?:\S+\s+){0,3}(?:quiet[oa]|em\s+paz|como\s+esta|assim|rodando|de\s+pe|ligad[oa])\b|\bdeixa\s+estar\b|\bdeixa\s+isso\b",
    r"\bmudei\s+de\s+ideia|\bpensei\s+melhor|\bmelhor\s+nao\b|\bdesisti\b|\bdesconsider\w+|\bignor\w+\s+(?:meu|o\s+meu|o\s+pedido|isso|minha)",
    r"\b(?:era|e|foi|so)\s+(?:so\s+)?(?:brincadeira|zoeira|piada)|\b(?:to|estou|tou)\s+(?:a\s+)?brinca\w+|\bera\s+escusad\w+|\bescus\w+\s+de\b|\b(?:nao\s+era|nem\s+era)\s+(?:pra|para)\b",
    r"^\W*cancel[ae]\W+(?:nao|deixa|era|foi|esquece)|\bnem\s+(?:pensar|sonhar|pens[ae]\w*\s+em|sonh\w+\s+em|a\s+pau|morto)",
)
_POLITE_IF = r"(?:for\s+possivel|possivel|puder\w*|poss\w*|der\b|nao\s+for|nao\s+se\s+import\w+|quiser\w*|faz(?:es|em)?\s+favor|calhar|conseguir\w*|nao\s+te\s+import\w+|tiver\s+como)"
_HYPOTHESIS = _any(
    rf"(?:^|[,.;:!?]\s*|\b(?:e|mas|que|so|entao|acho\s+que|quebra|cai|perco|acontece|muda|some|seria|apagar|lance)\s+)(?:se|caso|so\s+se|supondo|suponha|suponhamos|imagin\w+|e\s+se)\s+(?!{_POLITE_IF})",
    r"\bimagin[ae]\w*\b|\bhipotet|\bno\s+caso\s+de\b|\bcaso\s+(?:o|a|ele|ela|os|as|isso|haja|de|seja|fique|caia|trave|pare)\b",
)
_IMAGINED = re.compile(r"\bimagin[ae]\w*\b|\bhipotet|\bo\s+que\s+aconteceria|\be\s+se\b")
_CONDITION = _any(
    r"(?:^|[,.;:]\s*|\b(?:e|mas|so|entao|ai)\s+)(?:quando|assim\s+que|logo\s+que|depois\s+que|enquanto\s+nao|so\s+quando|a\s+menos\s+que|sempre\s+que|toda\s+vez\s+que|no\s+dia\s+em\s+que|mal)\s",
    r"\b(?:assim\s+que|so\s+quando|a\s+menos\s+que|a\s+nao\s+ser\s+que|depois\s+que\s+(?:o|a|eu|voce|ele|ela|terminar|acabar))\b",
)
_CONDITIONAL_VERB = _any(
    r"\b(?:acontec\w+|seria(?!\s+possivel)|teria|deveria|deviamos|deveriamos|perderia|cairia|pararia|perco|perderei|perdemos|morreria|quebraria|ficaria|afetaria|apagaria|sumiria|derrubaria|resolveria|adiantaria|daria\s+(?:problema|ruim|erro|merda))\b"
)
_REPORTED = _any(
    r"(?<!me\s)(?<!nos\s)\b(?:disse(?:ram)?|diz(?:em)?(?!-me|-nos)|falou|falaram|pediu|pediram|escreveu|escrito|comentou|sugeriu|sugeriram|recomendou|recomendam?|ensin(?:a|ou|am)|contou|avisou|ordenou|gritou|perguntou|perguntaram|mandaram|respondeu|copiei)\b",
    r"\b(?:tutorial|professor|prof|chefe|colega|cliente|estagiario|blog|artigo|curso|video|documentacao|doc|manual|livro|slide|aula|apostila|chatgpt|ia)\s+(?:\w+\s+){0,3}(?:manda|mandava|mandou|diz|dizia|pede|fala|roda|usa|sugere|recomenda)\b",
)
_PAST = _any(
    r"\b(?:ja|ontem|hoje\s+cedo|agora\s+ha\s+pouco|ha\s+pouco|semana\s+passada|mes\s+passado|anteontem|de\s+madrugada|faz\s+\w+\s+(?:minutos?|horas?|dias?))\s+(?:\w+\s+){0,3}?(?:\w+(?:ei|ou|iu|aram|eram|iram|amos|emos|imos)|foi|foram)\b",
    r"\b(?:foi|foram|tinha\s+sido|tinham\s+sido|ja\s+esta|fui|fomos)\s+(?:\w+mente\s+)?\w+(?:ad|id)[oa]s?\b|\bacab(?:ei|amos|ou|aram)\s+de\s+\w+r\b",
    r"\b(?:alguem|o\s+\w+|a\s+\w+|eles|elas|ele|ela|a\s+gente|pessoal|galera)\s+(?:ja\s+)?(?:reiniciou|parou|apagou|removeu|deletou|matou|desligou|derrubou|limpou|zerou|excluiu|subiu|iniciou|rodou|executou|pausou|trocou|mudou)\b",
)
_FIRST_PERSON = _any(
    r"\b(?:parei|apaguei|removi|deletei|eliminei|matei|reiniciei|desliguei|derrubei|limpei|zerei|iniciei|liguei|rodei|executei|pausei|congelei|renomeei|troquei|mudei|baixei|criei|cancelei|agendei|escalei|startei|restartei)\b",
    r"\beu\s+(?:\w+\s+)?(?:paro|apago|removo|deleto|elimino|mato|reinicio|desligo|derrubo|limpo|zero|inicio|ligo|rodo|executo|pauso|excluo|parava|apagava|removia|matava|reiniciava|desligava|derrubava)\b",
)
_MUSING = _any(
    r"\b(?:acho\s+que|achamos\s+que|penso\s+em|pensando\s+em|pensei\s+em|(?:tava|estava|estou|to|estamos|ando|tou)\s+(?:a\s+)?pensa\w+|um\s+dia|sera\s+que\s+(?!(?:voce|vc|tu|da|daria|podes|pode)\b)|talvez|tenho\s+medo|da\s+medo|medo\s+de|vontade\s+de",
    r"pretendo|pretendemos|planejo|a\s+ideia\s+e|vou\s+ter\s+que|vamos\s+ter\s+que|amanha\s+(?:eu\s+)?(?:vou|vamos|a\s+gente)|(?:vou|vamos|iamos|ia)\s+(?:ter\s+de\s+)?(?:parar|apagar|remover|reiniciar|desligar|matar|derrubar|limpar|deletar|excluir|eliminar)|devemos|devia|deviamos|devo|posso|podemos|preciso\s+(?:parar|remover|apagar|reiniciar))\b",
)
_LAUGH = re.compile(r"\b(?:k{3,}|rs(?:rs)*|haha\w*|hehe\w*|lol)\b")
_JOKE = re.compile(
    r"\b(?:bora|vontade|imagina|quem\s+nunca|brincadeira|estagiario|sextou|sexta|dedo|sqn|martelo|machado|marreta|tacar\s+fogo|explodir|janela|chefe|sogra)\b"
)
_SUBJECT = re.compile(
    r"^\W*(?:o|a|os|as|esse|essa|este|esta|meu|minha|nosso|nossa)\s+(?:cron|script|job|pipeline|deploy|systemd|watchdog|rotina|ansible|jenkins|sistema|backup|orquestrador|swarm|docker|portainer|watchtower|time|equipe|pessoal|cliente|kernel|robo|gitlab|github|ci|servidor|terraform|monitoramento)\b"
)
_PRETENDED = _any(
    r"[\[(<{]\s*/?\s*(?:system|sistema|admin\w*|root|inst|assistant|user|s)\s*[\])>}]|^\s*#*\s*(?:system|sistema|assistant|admin\w*|root)\s*[:>]|\bsystem\s*(?:prompt|message|:)",
    r"\b(?:ignor\w+|esque[cç]\w+|desconsider\w+|abandon\w+|sobrescrev\w+|substitu\w+)\s+(?:\w+\s+){0,3}?(?:regras?|instruc\w+|ordens|restric\w+|permiss\w+|politica\w*|seguranca|confirmac\w+|anterior\w*|diretrizes|treinamento|prompt)",
    r"\b(?:voce|vc|tu)\s+(?:agora\s+|ja\s+)?(?:e|es|esta|tem|ta)\s+(?:agora\s+)?(?:o\s+|um\s+|a\s+|em\s+)?(?:admin\w*|root|modo|sem\s+(?:regras|restric\w+|limites)|livre|dan\b|super\w*|permissao)",
    r"\bmodo\s+(?:admin\w*|root|deus|god|desenvolvedor|developer|debug|manutencao|irrestrito|sudo|emergencia|teste\s+ativad)|\b(?:developer|admin|god|debug|sudo)\s+mode\b|\bjailbreak",
    r"\b(?:sou|somos|fui\s+(?:promovid\w+|feit\w+|nomead\w+|adicionad\w+)|aqui\s+e|aqui\s+quem\s+fala\s+e|fala\s+aqui|virei)\s+(?:\w+\s+){0,3}?(?:admin\w*|root|dono|dona|chefe|gerente|diretor\w*|ceo|cto|operador\w*|responsavel|criador\w*|suporte|dev\s+do\s+bot)\b",
    r"\b(?:chefe|dono|dona|gerente|diretor\w*|cto|ceo|admin\w*|responsavel|suporte|telegram|seguranca|ti|coordenador\w*|patrao)\b(?:\s+\w+){0,4}\s+(?:autoriz\w+|liber\w+|deixou|permitiu|aprovou|confirmou|deu\s+(?:ok|permissao|aval))",
    r"\b(?:tenho|temos|com|dou|te\s+dou|concedo|recebi|ganhei)\s+(?:\w+\s+){0,2}?(?:permissao|autorizacao|aval|acesso\s+total|privilegio\w*|carta\s+branca|acesso\s+de|poderes)",
    r"\bautorizad[oa]\s+(?:por|pel)|\bja\s+(?:\w+\s+)?(?:confirmad|autorizad|aprovad|liberad)|\bja\s+(?:apertei|cliquei|confirmei|autorizei|aprovei)|\bconsider[ae]\w*\s+que\b",
    r"\b(?:sem|pul\w+|nao\s+(?:precisa\s+)?pe\w+|nao\s+precisa\s+(?:de\s+)?|dispens\w+|ignor\w+|desativ\w+|burl\w+|contorn\w+|desabilit\w+)\s+(?:\w+\s+){0,2}?(?:confirmac\w+|confirma(?:r|s)?|perguntar|pergunta|autorizac\w+|permiss\w+|verificac\w+|checagem|auditoria|registrar|2fa|totp)\b",
    r"\b(?:meu\s+id|minha\s+conta)\b.*\b(?:lista|permiss|admin|ainda|liberad)",
    r"[{\[]\s*[\"'“]?\w+[\"'”]?\s*[:=]|\b(?:role|intent|confirm|confirmed|allow|risk|operation|op|cmd|action|user_id|admin|sudo)\s*[\"'”]?\s*[:=]\s*[\"'“]?\w",
    r"\bfinja\b|\bfinge\s+que|\bfaz(?:er)?\s+de\s+conta|\baja\s+como|\bage\s+como|\batue\s+como|\bsimul[ea]\b|\ba\s+partir\s+de\s+agora\s+(?:voce|vc|tu)|\bsudo\s+(?:-i|su)\b|\bnovas?\s+(?:regras?|instruc\w+)",
)
_QUOTE = re.compile(r"[\"“”«»]|(?:^|\s)['‘]\w.*\w['’](?:\s|$|[.,!?])")
_REQUEST = re.compile(
    r"\b(?:pod(?:e|es|ia|ias|eria|erias|em)|consegu(?:e|es|iria|ias)|(?:da|dava|daria)\s+(?:pra|para)|tem\s+(?:como|jeito)|seria\s+possivel|e\s+possivel|import(?:a|as)-?\s?(?:se|te)|rola|que\s+tal|quer(?:es)?\b|pra\s+mim|para\s+mim|por\s+favor|pfv|pf|favor|fazes|faz\s+ai|por\s+gentileza|sera\s+que\s+(?:voce|vc|da|pode)|me\s+faz|ai\?)\b"
)
_ASKS_US = re.compile(
    rf"\b(?:d(?:a|ava|aria)\s+(?:pra|para)\s+(?:voce|vc|tu)|(?:voce|vc)\s+(?:pode|consegue|poderia|podia)|pode(?:s|rias|ria)?|consegu(?:e|es))"
    rf"\s+(?:(?:me|por\s+favor|ai|tu|voce|vc|so)\s+){{0,2}}{_ACT}"
)
_META = _any(
    r"&&|\|\||`|\$\(|\$\{|>\s*/|<\(",
    r"[;|]\s*(?:sudo|rm|docker|curl|wget|reboot|shutdown|cat|sh|bash|chmod|chown|dd|mkfs|nc|python\d?|perl|kill|poweroff|init)\b",
)
_INNER = (
    r"\s*docker\s+(?:ps|images|container\s+ls|image\s+ls)(?:\s+-[\w-]+|\s+(?:status|dangling|label|name)=[\w.-]+)*\s*"
)
_ALL_OF_THEM = re.compile(rf"\$\({_INNER}\)|`{_INNER}`")


def hold(text: str, looks: bool = False) -> Hold | None:
    """Why a sentence that names an action is no order to make it now; None when nothing speaks against it.

    With `looks`, the action only looks: then a question, or a report of what happened, is reason enough to look.
    """
    folded = fold(text)
    if _PRETENDED.search(folded):
        return "pretended"
    if _WITHDRAWN.search(folded):
        return "negated"
    negated = _NEGATED.search(folded)
    if negated is not None and not _orders_besides(folded, negated):
        return "negated"
    if _is_hypothetical(folded, looks) or (_LAUGH.search(folded) and _JOKE.search(folded)):
        return "reported"
    told = (_MUSING, _FIRST_PERSON) if looks else (_REPORTED, _PAST, _FIRST_PERSON, _MUSING, _SUBJECT)
    if any(rule.search(folded) for rule in told) and (_QUOTE.search(folded) or not _has_order_clause(folded)):
        return "reported"
    return None


def _is_hypothetical(folded: str, looks: bool) -> bool:
    if looks:
        return _IMAGINED.search(folded) is not None
    if any(rule.search(folded) for rule in (_HYPOTHESIS, _CONDITION, _CONDITIONAL_VERB)):
        return True
    return folded.rstrip(" \"'”").endswith("?") and not _REQUEST.search(folded)


def schedules(text: str) -> bool:
    """It begins with the verb of scheduling: "agenda stats amanhã às 8h"."""
    return re.match(r"\W*(?:agend[ae]r?|program[ae]r?|marca|marque)\b", fold(text)) is not None


def asks_us(text: str) -> bool:
    """It asks the bot itself to act: "dá pra você rodar…", "consegues parar…"."""
    return _ASKS_US.search(fold(text)) is not None


def requests(text: str) -> bool:
    """It asks somebody to do something: "pode…", "consegue…", "daria pra…", "por favor"."""
    return _REQUEST.search(fold(text)) is not None


def metacharacter(text: str) -> str | None:
    """What a shell would act on, except ``$(docker ps -q)`` and its like, which mean "all of them"."""
    found = _META.search(_ALL_OF_THEM.sub(" ", fold(text)))
    return found[0].strip() if found else None


def parts(text: str) -> list[str]:
    """The sentences and clauses of a longer text, as typed."""
    return [
        part.strip()
        for part in re.split(
            r"(?<=[.!?…;])\s+|[,;\n]\s*|\s+(?:então|entao|mas|porém|porem)\s+|\s+e\s+(?=n[ãa]o\b)", text
        )
        if part.strip()
    ]


def is_order(part: str) -> bool:
    """A part that begins with an imperative."""
    return _ORDER_CLAUSE.search(fold(part)) is not None


def _clauses(folded: str) -> list[str]:
    return [
        clause
        for clause in re.split(
            r"[,.;:!?…]\s|[,;!?]|\b(?:mas|entao|por\s+isso)\b|\be\s+(?=(?:pode|faz|da|me)\b)", folded
        )
        if clause and clause.strip()
    ]


def _has_order_clause(folded: str) -> bool:
    """A clause, but not the first where somebody else may be the subject, begins with an imperative."""
    return any(_ORDER_CLAUSE.search(clause) for clause in _clauses(folded)[1:])


def _orders_besides(folded: str, negated: re.Match[str]) -> bool:
    """Before or after the negated clause another one acts: "para o postgres e não mexe nos dados"."""
    before = re.split(r"[,.;!?]|\be\b|\bmas\b", folded[: negated.start()])
    after = re.split(r"[,.;!?]|\bmas\b", folded[negated.end() :])[1:]
    return any(_ORDER_CLAUSE.search(clause) for clause in (*before, *after) if clause.strip())
