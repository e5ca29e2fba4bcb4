"""Letters written from cases: a refusal by the authority, a request for review to it.

A draft is made of what is recorded and of sentences of this library's own.  It is a draft:
a person reads it, and signs it, before it is sent.
"""

from foiprevent.letters._markup import Markup
from foiprevent.letters._raising import REMEDIES
from foiprevent.letters._refusal import draft_refusal
from foiprevent.letters._review import draft_review_request

__all__ = ["REMEDIES", "Markup", "draft_refusal", "draft_review_request"]
