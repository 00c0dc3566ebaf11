"""Finding nodes by a short question, such as `kind:conv out_channels > 64`."""

from app.finding.completing import completions
from app.finding.matching import Place, find, trails
from app.finding.query import Query, QueryError, read

__all__ = ["Place", "Query", "QueryError", "completions", "find", "read", "trails"]
