"""Document -> parts and sections."""

from iepaudit.segment.kind import kind_name
from iepaudit.segment.segmenter import parts_of, segment

__all__ = ["kind_name", "parts_of", "segment"]
