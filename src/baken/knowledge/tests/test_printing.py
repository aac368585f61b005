"""What is printed is tagged, has a title and a language, and fits its paper."""

import io

import pikepdf
import pytest

from baken.catalogue import load


def opened(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return pikepdf.open(io.BytesIO(answer.content))


@pytest.mark.parametrize(
    "path", ["/overzicht/overzicht-a3.pdf", "/en/overzicht/overzicht-a3.pdf", "/werkplekken/police/kaart.pdf"]
)
def test_a_pdf_is_tagged_and_says_its_title_and_language(client, path):
    pdf = opened(client, path)
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == ("en" if path.startswith("/en/") else "nl")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("slug", sorted(load().settings))
def test_every_card_is_one_sheet(client, slug, language):
    assert len(opened(client, f"{language}/werkplekken/{slug}/kaart.pdf").pages) == 1


def test_the_poster_is_one_sheet_of_a3(client):
    pdf = opened(client, "/overzicht/overzicht-a3.pdf")
    page = pdf.pages[0]
    assert [round(float(side)) for side in page.MediaBox[2:]] == [1191, 842]


def test_there_is_no_card_of_a_setting_that_does_not_exist(client):
    assert client.get("/werkplekken/bestaat-niet/kaart.pdf").status_code == 404
