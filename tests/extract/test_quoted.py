"""Where the words of a quote stand."""

from iepaudit.extract.quoted import Quoted, find_quote, line_boxes
from iepaudit.model.document import Word
from iepaudit.model.geometry import Box

WORDS = ["By", "May", "Lee", "will", "read", "60", "words", "a", "minute"]


def words(texts=WORDS, top=100.0, left=72.0):
    return [Word(t, Box(left + 40 * n, top, left + 40 * n + 36, top + 12), 10) for n, t in enumerate(texts)]


def test_words_of_one_line_get_one_box():
    found = find_quote(words(), Box(70, 98, 440, 114), " ".join(WORDS))
    assert found == Quoted((Box(72, 100, 428, 112),))


def test_the_words_that_decided_get_a_box_of_their_own():
    found = find_quote(words(), Box(70, 98, 440, 114), " ".join(WORDS), "60 words")
    assert found.match == (Box(272, 100, 348, 112),)


def test_a_quote_over_two_lines_gets_two_boxes():
    two = words(WORDS[:4]) + words(WORDS[4:], top=114)
    assert len(find_quote(two, Box(70, 98, 440, 128), " ".join(WORDS)).words) == 2


def test_other_words_in_the_same_place_are_left_out():
    beside = words() + words(["Goal", "7"], left=430)
    assert find_quote(beside, Box(70, 98, 600, 114), " ".join(WORDS)).words[-1].x1 == 428


def test_signs_and_capitals_do_not_matter():
    assert find_quote(words(), Box(70, 98, 440, 114), "“by may, LEE will read 60 words a minute.”").words


def test_words_that_stand_beside_the_place_are_found_on_the_page():
    found = find_quote(words(top=300), Box(70, 98, 440, 114), " ".join(WORDS))
    assert found.words == (Box(72, 300, 428, 312),)


def test_a_quote_without_a_place_is_found_on_the_page():
    assert find_quote(words(), None, "Lee will read").words == (Box(152, 100, 268, 112),)


def test_a_scan_without_words_shows_the_place_as_a_whole():
    place = Box(70, 98, 440, 114)
    assert find_quote([], place, " ".join(WORDS)) == Quoted((place,))


def test_words_that_are_nowhere_have_no_place():
    assert find_quote(words(), None, "something else") == Quoted()


def test_far_apart_on_a_line_are_two_boxes():
    assert len(line_boxes(words(["a"]) + words(["b"], left=300))) == 2
