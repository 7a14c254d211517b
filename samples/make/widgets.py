"""Form fields: a flowable that keeps a place for one, and the AcroForm that is laid over the finished pages.

Three encodings of the same answers: values only (the viewer is asked to draw them), values with appearances, and
flattened (the appearances become page content and no field is left).
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from kit import BOX_FONT, saved

SIZE = 9.0
LEADING = 10.8
RADIO, NO_TOGGLE, COMBO, MULTILINE = 1 << 15, 1 << 14, 1 << 17, 1 << 12


@dataclass(frozen=True)
class Place:
    """A widget: where it stands (points from the bottom left) and what it is. `on` is a box's name when marked."""

    name: str
    kind: str  # text, multiline, choice, check, radio, signature
    page: int
    rect: tuple[float, float, float, float]
    on: str = "Yes"
    options: tuple[str, ...] = ()


class Slot(Flowable):
    """Room for a form field; draws only the line or frame that the form prints there."""

    def __init__(
        self, places: list[Place], name: str, width: float, height: float = 13, kind: str = "text", *, frame: str = "line", on: str = "Yes",
        options: tuple[str, ...] = (), marks: tuple[dict[str, int], str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.places, self.name, self.kind, self.frame, self.on, self.options, self.marks = (
            places,
            name,
            kind,
            frame,
            on,
            options,
            marks,
        )
        self.width, self.height = width, height

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        x, y = self.canv.absolutePosition(0, 0)
        page = self.canv.getPageNumber()
        if self.frame == "line":
            self.canv.line(0, 0, self.width, 0)
        elif self.frame == "frame":
            self.canv.rect(0, 0, self.width, self.height)
        elif self.frame == "box":  # the form prints an empty box; the mark is only in the field
            self.canv.setFont(BOX_FONT, self.height)
            self.canv.drawString(0, 1, "□")
        rect = (round(x, 2), round(y, 2), round(x + self.width, 2), round(y + self.height, 2))
        self.places.append(Place(self.name, self.kind, page, rect, self.on, self.options))
        if self.marks is not None:
            self.marks[0].setdefault(self.marks[1], page)


def _stream(pdf: pikepdf.Pdf, content: str, width: float, height: float) -> pikepdf.Object:
    font = Dictionary(Helv=pdf.Root.AcroForm.DR.Font.Helv, ZaDb=pdf.Root.AcroForm.DR.Font.ZaDb)
    return pdf.make_stream(
        content.encode("cp1252"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(width, 2), round(height, 2)]),
        Resources=Dictionary(Font=font),
    )


def _text_look(pdf: pikepdf.Pdf, place: Place, value: str) -> pikepdf.Object:
    x0, y0, x1, y1 = place.rect
    width, height = x1 - x0, y1 - y0
    many = place.kind == "multiline"
    lines = simpleSplit(value, "Helvetica", SIZE, width - 4) if many else [value]
    top = height - LEADING if many else (height - SIZE) / 2 + 1.6
    assert not many or len(lines) * LEADING <= height + 2, f"{place.name}: {len(lines)} lines in {height} points"
    shown = " T* ".join(
        "(" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ") Tj" for line in lines
    )
    return _stream(pdf, f"/Tx BMC q BT /Helv {SIZE} Tf 0 g {LEADING} TL 2 {top:.2f} Td {shown} ET Q EMC", width, height)


def _box_looks(pdf: pikepdf.Pdf, place: Place) -> Dictionary:
    x0, y0, x1, y1 = place.rect
    width, height = x1 - x0, y1 - y0
    on = _stream(
        pdf,
        f"q BT /ZaDb {height * 0.9:.1f} Tf 0 g {width * 0.12:.1f} {height * 0.18:.1f} Td (4) Tj ET Q",
        width,
        height,
    )
    return Dictionary({f"/{place.on}": on, "/Off": _stream(pdf, "", width, height)})


def _widget(pdf: pikepdf.Pdf, place: Place) -> pikepdf.Object:
    page = pdf.pages[place.page - 1].obj
    widget = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array(list(place.rect)), F=4, P=page)
    )
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(widget)
    return widget


def _field(pdf: pikepdf.Pdf, name: str, group: list[Place], value: str, looks: bool) -> pikepdf.Object:
    first = group[0]
    widgets = [_widget(pdf, place) for place in group]
    if len(widgets) == 1 and first.kind != "radio":
        parent = widgets[0]
    else:
        parent = pdf.make_indirect(Dictionary(Kids=Array(widgets)))
        for widget in widgets:
            widget.Parent = parent
    parent.T = String(name)
    if first.kind == "signature":
        parent.FT = Name.Sig
    elif first.kind in ("check", "radio"):
        parent.FT = Name.Btn
        if first.kind == "radio":
            parent.Ff = RADIO | NO_TOGGLE
        marked = value if value in {place.on for place in group} else "Off"
        parent.V = Name(f"/{marked}")
        for widget, place in zip(widgets, group, strict=True):
            widget.AP = Dictionary(N=_box_looks(pdf, place))
            widget.AS = Name(f"/{place.on if place.on == marked else 'Off'}")
    else:
        parent.FT = Name.Ch if first.kind == "choice" else Name.Tx
        parent.DA = String(f"/Helv {SIZE:g} Tf 0 g")
        if first.kind == "choice":
            parent.Ff = COMBO
            parent.Opt = Array([String(o) for o in first.options])
        elif first.kind == "multiline":
            parent.Ff = MULTILINE
        if value:
            parent.V = String(value)
            if looks:
                for widget, place in zip(widgets, group, strict=True):
                    widget.AP = Dictionary(N=_text_look(pdf, place, value))
    return parent


def with_fields(data: bytes, places: list[Place], answers: dict[str, str], encoding: str) -> bytes:
    """The form with its fields, filled from `answers` (field name -> text, or the marked box's name).

    `encoding` is "values", "appearances" or "flattened". Every answer must have its field.
    """
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.name, []).append(place)
    assert set(answers) <= set(groups), sorted(set(answers) - set(groups))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = Dictionary(
            Helv=pdf.make_indirect(
                Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
            ),
            ZaDb=pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)),
        )
        pdf.Root.AcroForm = Dictionary(Fields=Array(), DR=Dictionary(Font=fonts), DA=String(f"/Helv {SIZE:g} Tf 0 g"))
        looks = encoding != "values"
        for name, group in groups.items():
            pdf.Root.AcroForm.Fields.append(_field(pdf, name, group, answers.get(name, ""), looks))
        if encoding == "values":
            pdf.Root.AcroForm.NeedAppearances = True
        if encoding == "flattened":
            pdf.flatten_annotations("all")
            if "/AcroForm" in pdf.Root:
                del pdf.Root.AcroForm
            for page in pdf.pages:  # empty fields have no appearance and are left behind
                if "/Annots" in page.obj:
                    del page.obj.Annots
        return saved(pdf)
