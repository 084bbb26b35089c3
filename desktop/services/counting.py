"""How many records of a kind there are, in words of the window."""

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate


def counted(kind: Kind, count: int, tr: Translate) -> str:
    """How many records of a kind there are: `16 contact points`."""
    match kind:
        case Kind.PROGRAMME:
            return tr.plural("{count} programme", "{count} programmes", count)
        case Kind.MUNICIPALITY:
            return tr.plural("{count} model municipality", "{count} model municipalities", count)
        case Kind.TOPIC:
            return tr.plural("{count} further topic", "{count} further topics", count)
        case Kind.ORGANIZATION:
            return tr.plural("{count} organisation", "{count} organisations", count)
        case Kind.LOCATION:
            return tr.plural("{count} contact point", "{count} contact points", count)
        case Kind.PERSON:
            return tr.plural("{count} contact person", "{count} contact persons", count)
        case Kind.PRACTICE:
            return tr.plural("{count} good practice", "{count} good practices", count)
        case Kind.NETWORK:
            return tr.plural("{count} partner network", "{count} partner networks", count)
        case Kind.PARTNER:
            return tr.plural("{count} partner", "{count} partners", count)
