"""Word files: text, tables, pages, revisions, headers."""

from __future__ import annotations

from pathlib import Path

from docx_maker import p, read, read_blocks, run, table, texts, word_file

PAGE = '<w:r><w:br w:type="page"/></w:r>'
SEEN_PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"


def numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_headings_are_bold_and_as_large_as_their_style_says(tmp_path: Path) -> None:
    page = read_blocks(
        tmp_path, p("Annual Goals", props='<w:pStyle w:val="Heading1"/>'), p("Robin Vale will read.")
    ).pages[0]
    assert [(n.text, n.bold, n.size) for n in page.lines] == [
        ("Annual Goals", True, 14.0),
        ("Robin Vale will read.", False, 11.0),
    ]


def test_the_format_and_its_words_are_good(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, p("Robin reads."))
    assert document.format == "docx" and document.unreadable_pages == () and document.notes == ()


def test_words_in_pieces_are_whole(tmp_path: Path) -> None:
    assert texts(read_blocks(tmp_path, p("measur", run("able", "<w:b/>"), " goal"))) == ["measurable goal"]


def test_tabs_are_wide_gaps_and_breaks_are_lines(tmp_path: Path) -> None:
    found = read_blocks(
        tmp_path, p("Name: Robin", "<w:r><w:tab/></w:r>", "Grade: 4", "<w:r><w:br/></w:r>", "School: Elm")
    )
    assert texts(found) == ["Name: Robin   Grade: 4", "School: Elm"]


def test_long_paragraphs_wrap_as_on_paper(tmp_path: Path) -> None:
    page = read_blocks(tmp_path, p("word " * 60)).pages[0]
    assert len(page.lines) > 2 and all(line.box.x1 <= page.width for line in page.lines)


def test_lists_are_counted_and_bulleted(tmp_path: Path) -> None:
    found = read_blocks(
        tmp_path,
        p("Reads aloud", props=numbered(1)),
        p("with pictures", props=numbered(1, 1)),
        p("Writes", props=numbered(1)),
        p("Extra time", props=numbered(2)),
    )
    assert texts(found) == ["1. Reads aloud", "1.a) with pictures", "2. Writes", "• Extra time"]


def test_what_was_deleted_is_left_out_and_what_was_inserted_is_read(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>"
    found = read_blocks(tmp_path, p("Robin reads ", deleted, f"<w:ins>{run('62')}</w:ins>", " words."))
    assert texts(found) == ["Robin reads 62 words."]


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    assert texts(read_blocks(tmp_path, p("Shown", run(" hidden", "<w:vanish/>")))) == ["Shown"]


def test_tables_come_out_as_rows_and_cells(tmp_path: Path) -> None:
    page = read_blocks(tmp_path, table(["Service", "Minutes"], ["Reading", p("120") + p("each week")])).pages[0]
    (grid,) = page.tables
    assert [[c.text if c else None for c in row] for row in grid.rows] == [
        ["Service", "Minutes"],
        ["Reading", "120\neach week"],
    ]
    assert [(n.text, n.table, n.row, n.column) for n in page.lines][3:] == [("120", 0, 1, 1), ("each week", 0, 1, 1)]


def test_merged_cells_stand_at_their_first_row_and_column(tmp_path: Path) -> None:
    props = {
        (0, 0): '<w:gridSpan w:val="2"/>',
        (1, 0): '<w:vMerge w:val="restart"/>',
        (2, 0): "<w:vMerge/>",
    }
    page = read_blocks(
        tmp_path, table(["Special education"], ["Reading", "Monday"], ["", "Friday"], cell_props=props)
    ).pages[0]
    assert [[c.text if c else None for c in row] for row in page.tables[0].rows] == [
        ["Special education", None],
        ["Reading", "Monday"],
        [None, "Friday"],
    ]


def test_a_table_in_a_table_is_one_of_its_own(tmp_path: Path) -> None:
    inner = table(["Probe", "Score"], ["May", "61"])
    page = read_blocks(tmp_path, table(["Goal 1", p("Reading") + inner + p("")])).pages[0]
    assert [[[c.text if c else None for c in row] for row in t.rows] for t in page.tables] == [
        [["Goal 1", "Reading"]],
        [["Probe", "Score"], ["May", "61"]],
    ]
    assert [n.text for n in page.lines] == ["Goal 1", "Reading", "Probe", "Score", "May", "61"]


def test_shaded_cells_are_known(tmp_path: Path) -> None:
    page = read_blocks(tmp_path, table(["Head"], ["Value"], cell_props={(0, 0): '<w:shd w:fill="D9D9D9"/>'})).pages[0]
    assert [n.shaded for n in page.lines] == [True, False]


def test_page_breaks_of_both_kinds_make_pages(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, p("One"), p(PAGE, "Two"), p("still ", SEEN_PAGE, "three"))
    assert [texts(document, n) for n in (1, 2, 3)] == [["One"], ["Two", "still"], ["three"]]
    assert document.notes == ()


def test_a_table_that_goes_on_over_a_page_is_a_table_on_both(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, table(["Goal", "Date"], [p(SEEN_PAGE, "Read"), "May"]))
    assert [len(page.tables) for page in document.pages] == [1, 1]
    assert texts(document, 2) == ["Read", "May"]


def test_pages_are_estimated_where_the_file_does_not_record_them(tmp_path: Path) -> None:
    document = read_blocks(tmp_path, *(p(f"Line {n}") for n in range(200)))
    assert 3 <= len(document.pages) <= 6 and "estimates" in document.notes[0]
    assert sum(len(page.lines) for page in document.pages) == 200


def test_headers_and_footers_are_set_aside(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "plan.docx",
        p("One", PAGE, "Two"),
        section='<w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:footerReference w:type="default" r:id="rId_footer1"/>',
        header1=p("Student: Robin Vale"),
        footer1=p("Elm County Schools"),
    )
    for page in read(path).pages:
        assert [n.text for n in page.running] == ["Student: Robin Vale", "Elm County Schools"]
    assert texts(read(path)) == ["One"]


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('Concern: homework')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(read_blocks(tmp_path, p("Parents", f"<w:r>{twice}</w:r>"))) == ["Parents", "Concern: homework"]


def test_the_instruction_of_a_field_is_not_text(tmp_path: Path) -> None:
    found = read_blocks(
        tmp_path,
        p(
            "See ",
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "page 4",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ".",
        ),
    )
    assert texts(found) == ["See page 4."]


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def test_footnotes_follow_the_paragraph_or_the_table_that_names_them(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "plan.docx",
        p("Robin reads aloud.", note(1)),
        table(["Speech", p("30", note(2))]),
        p("After it."),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p("")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Level B text.")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Minutes in one session.")}</w:footnote>',
    )
    page = read(path).pages[0]
    assert [(n.text, n.table) for n in page.lines] == [
        ("Robin reads aloud.", None),
        ("Level B text.", None),
        ("Speech", 0),
        ("30", 0),
        ("Minutes in one session.", None),
        ("After it.", None),
    ]


def test_paragraphs_go_on_where_the_end_between_them_was_deleted(tmp_path: Path) -> None:
    cut = "<w:rPr><w:del/></w:rPr>"
    found = read_blocks(tmp_path, p("Robin reads ", props=cut), p("62 words."), p("Robin writes."))
    assert texts(found) == ["Robin reads 62 words.", "Robin writes."]


def test_a_deleted_item_of_a_list_is_not_counted(tmp_path: Path) -> None:
    gone = p("<w:del><w:r><w:delText>Spells</w:delText></w:r></w:del>", props=numbered(1) + "<w:rPr><w:del/></w:rPr>")
    found = read_blocks(tmp_path, p("Reads", props=numbered(1)), gone, p("Writes", props=numbered(1)))
    assert texts(found) == ["1. Reads", "2. Writes"]


def test_the_end_of_the_last_paragraph_of_a_cell_may_be_deleted(tmp_path: Path) -> None:
    found = read_blocks(tmp_path, table([p("Reading", props="<w:rPr><w:del/></w:rPr>"), "30"]))
    assert texts(found) == ["Reading", "30"]


def test_deleted_cells_and_rows_are_empty(tmp_path: Path) -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Old row')}</w:tc></w:tr>"
    cells = f"<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('20')}</w:tc><w:tc>{p('30')}</w:tc></w:tr>"
    assert texts(read_blocks(tmp_path, f"<w:tbl>{row}{cells}</w:tbl>")) == ["30"]


def test_numbers_set_as_formulas_are_read(tmp_path: Path) -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {names}><m:r><m:t>80%</m:t></m:r></m:oMath>"
    assert texts(read_blocks(tmp_path, p("with ", formula, " accuracy"))) == ["with 80% accuracy"]


def test_soft_hyphens_are_no_letters_and_hard_ones_are(tmp_path: Path) -> None:
    found = read_blocks(tmp_path, p("mea\u00adsur", "<w:r><w:softHyphen/></w:r>", "able"))
    assert texts(found) == ["measurable"]
    found = read_blocks(tmp_path, p("non", "<w:r><w:noBreakHyphen/></w:r>", "verbal"))
    assert texts(found) == ["non-verbal"]


def test_a_table_three_deep_keeps_its_order(tmp_path: Path) -> None:
    inner = table([p("Goal") + table(["Probe", "61"]) + p("")])
    found = read_blocks(tmp_path, table([p("Part") + inner + p("Behind")]))
    assert texts(found) == ["Part", "Goal", "Probe", "61", "Behind"]


def merged_down(folder: Path, said: str) -> list[str]:
    props = {(1, 2): '<w:vMerge w:val="restart"/>', (2, 2): "<w:vMerge/>"}
    rows = [["Service", "Amount", "Place"], ["Speech", "30 minutes", said], ["Reading", "45 minutes", ""]]
    (found,) = read_blocks(folder, table(*rows, cell_props=props)).pages[0].tables
    return [row[2].text if row[2] else "" for row in found.rows]


def test_a_short_text_merged_over_rows_holds_for_each(tmp_path: Path) -> None:
    assert merged_down(tmp_path, "Resource room") == ["Place", "Resource room", "Resource room"]


def test_a_long_text_or_a_box_merged_over_rows_stands_once(tmp_path: Path) -> None:
    long = "The team looked at each place in turn and chose this"
    assert merged_down(tmp_path, long)[2] == ""
    assert merged_down(tmp_path, "☒")[2] == ""
