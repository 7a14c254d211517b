"""The reader on PDFium: all use of `pypdfium2.raw` (ctypes over a stable C API) is inside this package.

PDFium is not thread-safe and gives silently wrong text when two threads use it: one document per process.
"""

from iepaudit.extract.pdfium.file import read_pages

__all__ = ["read_pages"]
