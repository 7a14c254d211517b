"""What is said about PDFs that cannot be read; the same from both readers."""

from __future__ import annotations

from iepaudit.model.errors import FileDamaged, FileEncrypted, FileTooLarge, FileUnsupported


def encrypted(tried: bool) -> FileEncrypted:
    what = "The password does not open this PDF" if tried else "The PDF is protected by a password"
    return FileEncrypted(f"{what}; save a copy without a password and try again.")


def damaged() -> FileDamaged:
    return FileDamaged("The PDF is damaged and cannot be opened; ask for a new copy or print it to PDF.")


def no_pages() -> FileDamaged:
    return FileDamaged("The PDF holds no pages; ask for a new copy.")


def too_many_pages(count: int, limit: int) -> FileTooLarge:
    return FileTooLarge(f"The PDF has {count:,} pages, more than the limit of {limit:,}; split it.")


def xfa_only() -> FileUnsupported:
    return FileUnsupported(
        "This is a dynamic XFA form, which only Adobe software can show; open it there, print to PDF and try again."
    )
