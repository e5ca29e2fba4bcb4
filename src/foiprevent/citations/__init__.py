"""Provisions and sources: how they are cited, written, ordered and found in running text.

:class:`Citation` names one provision of one regime, :class:`Source` what is not a
provision.  :func:`find_citations` says which provisions a text names, and where.
"""

from foiprevent.citations._citation import Citation, Regime
from foiprevent.citations._finding import FoundCitation, find_citations
from foiprevent.citations._source import Confidence, Source, SourceKind

__all__ = [
    "Citation",
    "Confidence",
    "FoundCitation",
    "Regime",
    "Source",
    "SourceKind",
    "find_citations",
]
