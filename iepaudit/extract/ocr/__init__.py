"""Text of page pictures: scans, photographs, pages whose letters are only drawings. All of it on this machine.

Needs the extra `ocr`; nothing here is imported, and no model loaded, before a page must be recognized.
"""

from iepaudit.extract.ocr.engine import HOW_TO_GET, available

__all__ = ["HOW_TO_GET", "available"]
