"""Document -> parts and sections."""

from iepaudit.segment.kind import kind_name
from iepaudit.segment.segmenter import segment

__all__ = ["kind_name", "segment"]
