"""Notations as people write them, by hand, with the value that each stands for. Used for recall and for the rules alike."""

MOBILE = "+31612345678"
PHONES = [
    (text, MOBILE)
    for text in (
        "0612345678", "06-12345678", "06 12345678", "06 - 12 34 56 78", "06.12.34.56.78", "06 1234 5678", "06-123 456 78", "(06) 12345678", "06/12345678",
        "+31612345678", "+31 6 12345678", "+31 (0)6 12345678", "+31(0)612345678", "0031612345678", "0031 6 12 34 56 78", "00 31 6 12345678", "0031 (0)6-12345678",
        "31612345678", "tel 612345678", "tel: 6 12345678", "O6-12345678", "06_12345678", "０６-１２３４５６７８", "06\u201312345678", "06\u00a01234\u00a05678",
        "nul zes een twee drie vier vijf zes zeven acht", "nul zes twaalf vierendertig zesenvijftig achtenzeventig", "Nul zes, twaalf, 34, 56, 78",
        "06 twaalf 34 56 78", "zes twaalf vierendertig zesenvijftig achtenzeventig", "nul-zes-een-twee-drie-vier-vijf-zes-zeven-acht",
        "zero six one two three four five six seven eight", "plus eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig",
    )
] + [
    ("010-1234567", "+31101234567"), ("(010) 123 45 67", "+31101234567"), ("+31 10 1234567", "+31101234567"), ("0320-123456", "+31320123456"),
    ("+48 601 234 567", "+48601234567"), ("0048601234567", "+48601234567"), ("+48-601-234-567", "+48601234567"), ("+49 (0)151 12345678", "+4915112345678"),
    ("+40 721 234 567", "+40721234567"), ("+359 88 712 3456", "+359887123456"), ("+32 470 12 34 56", "+32470123456"), ("whatsapp 48601234567", "+48601234567"),
    ("+44 7911 123456", "+447911123456"), ("+48 601 234 567 2 mannen", "+48601234567"),
]  # fmt: skip
NO_PHONES = [
    "12-03-1998", "1234567890", "€ 0.123456789", "112", "0900-8844", "0800-1234", "14 010", "2024-11-25 12:30", "0612345", "06123456789012", "nul zes", "bel 112 nu",
    "KvK 12345678", "nul twee", "zes mannen, twaalf vrouwen",
]  # fmt: skip

EMAILS = [
    (text, "jjansen@gmail.com")
    for text in (
        "jjansen@gmail.com", "j.jansen@gmail.com", "J.Jansen@Gmail.com", "j.j.a.n.s.e.n@googlemail.com", "jjansen+werk@gmail.com", "j.jansen at gmail punt com",
        "jjansen [at] gmail [dot] com", "jjansen(at)gmail.com", "jjansen (at) gmail (punt) com", "jjansen AT gmail DOT com", "jjansen apenstaartje gmail punt com",
        "jjansen @ gmail . com", "jjansen@gmail punt com", "jjansen {at} gmail {dot} com", "<jjansen@gmail.com>", "mailto:jjansen@gmail.com", "j punt jansen at gmail punt com",
    )
] + [
    ("Piet_Jansen@Hotmail.nl", "piet_jansen@hotmail.nl"), ("piet+x@outlook.com", "piet@outlook.com"), ("piet.jansen@bedrijf.nl", "piet.jansen@bedrijf.nl"),
    ("piet+x@bedrijf.nl", "piet+x@bedrijf.nl"), ("a-b@protonmail.com", "ab@proton.me"), ("a@me.com", "a@icloud.com"), ("jan@sub.domein.co.uk", "jan@sub.domein.co.uk"),
    ("jan at bedrijf punt co punt uk", "jan@bedrijf.co.uk"),
]  # fmt: skip
NO_EMAILS = ["@sjaak", "wij zijn at home", "a@b", "hij at een punt taart", "piet@", "at the corner dot"]

PLATES = [
    ("AB-12-34", "AB1234"), ("12-34-AB", "1234AB"), ("12-AB-34", "12AB34"), ("BC-12-DF", "BC12DF"), ("BC-DF-12", "BCDF12"), ("12-BC-DF", "12BCDF"),
    ("12-BCD-3", "12BCD3"), ("1-BCD-23", "1BCD23"), ("BC-123-D", "BC123D"), ("B-123-CD", "B123CD"), ("BCD-12-F", "BCD12F"), ("B-12-CDF", "B12CDF"),
    ("1-BC-234", "1BC234"), ("123-BC-4", "123BC4"), ("12BCD3", "12BCD3"), ("1BCD23", "1BCD23"), ("BC123D", "BC123D"), ("12 BCD 3", "12BCD3"), ("1-bcd-23", "1BCD23"),
    ("12 - BCD - 3", "12BCD3"), ("kenteken ab1234", "AB1234"), ("kenteken: 1234ab", "1234AB"), ("kenteken 12 bcd 3", "12BCD3"), ("nummerplaat 12ab34", "12AB34"),
    ("12‑BCD‑3", "12BCD3"), ("Pools kenteken WX 12345", "PL WX12345"), ("een Poolse bus met kenteken WX12345", "PL WX12345"), ("kenteken PL WX-12345", "PL WX12345"),
    ("(PL) WX 12345", "PL WX12345"), ("Bulgaars kenteken CB 1234 AB", "BG CB1234AB"), ("Roemeense auto, kenteken B 123 ABC", "RO B123ABC"),
    ("Duits kenteken KLE-AB 123", "D KLEAB123"), ("kenteken WX 12345", "? WX12345"), ("Belgische auto met kenteken 1-ABC-234", "B 1ABC234"), ("kent. 12bcd3", "12BCD3"), ("kenteken12BCD3", "12BCD3"), ("kenteken: WX 12345 (PL)", "PL WX12345"),
    ("PL kenteken WX12345", "PL WX12345"), ("Poolse plaat WX12345", "PL WX12345"), ("kenteken B-123-ABC", "? B123ABC"),
]  # fmt: skip
NO_PLATES = [
    "12-mei-98", "1-jan-20", "12-03-98", "1234 AB", "1-op-100", "3-en-14", "06-12-34", "2e-hands", "10 uur 20", "kenteken onbekend", "kenteken in systeem gezet", "COVID-19",
    "auto van de baas", "Poolse auto met 4 mannen", "Duitse bus van 9 uur",
]  # fmt: skip

ADDRESSES = [
    ("Dorpsstraat 12a", "dorpsstraat 12 a"), ("Dorpsstraat 12 A", "dorpsstraat 12 a"), ("Dorpsstraat 12-a", "dorpsstraat 12 a"), ("Dorpsstr 12a", "dorpsstraat 12 a"),
    ("Dorpsstr. 12 a", "dorpsstraat 12 a"), ("dorpsstraat 12a", "dorpsstraat 12 a"), ("DORPSSTRAAT 12A", "dorpsstraat 12 a"), ("Dorpsstraat nr. 12a", "dorpsstraat 12 a"),
    ("Dorpsstraat nummer 12a", "dorpsstraat 12 a"), ("de Dorpsstraat, nr 12 a", "dorpsstraat 12 a"), ("op nummer 12a in de Dorpsstraat", "dorpsstraat 12 a"),
    ("Dorpsstraat 12 A, 1234AB", "dorpsstraat 12 a, 1234AB"), ("Dorpsstraat 12a 1234 AB Havenstad", "dorpsstraat 12 a, 1234AB"), ("Dorpsstraat 12a, 1234 ab", "dorpsstraat 12 a, 1234AB"),
    ("Dorpsstraat 12a, Havenstad, 1234 AB", "dorpsstraat 12 a, 1234AB"), ("Dorpsstraat 12a (1234 AB)", "dorpsstraat 12 a, 1234AB"), ("1234 AB Dorpsstraat 12a", "dorpsstraat 12 a, 1234AB"),
    ("1234 AB 12a", "1234AB 12 a"), ("1234AB, nr 12 A", "1234AB 12 a"), ("1234AB-12a", "1234AB 12 a"), ("1234AB12a", "1234AB 12 a"), ("1234AB / 12a", "1234AB 12 a"), ("huisnummer 12a, 1234 AB", "1234AB 12 a"),
    ("Kerkln 3", "kerklaan 3"), ("Kerkln. 3", "kerklaan 3"), ("Stationspln. 1", "stationsplein 1"), ("Molenwg 5", "molenweg 5"), ("Havenkd. 7", "havenkade 7"), ("Herengr 9", "herengracht 9"),
    ("Jan van Galenstraat 5", "jan van galenstraat 5"), ("Burg. de Vlugtlaan 3", "burgemeester de vlugtlaan 3"), ("Burgemeester de Vlugtlaan 3", "burgemeester de vlugtlaan 3"),
    ("Laan van Meerdervoort 12", "laan van meerdervoort 12"), ("Van der Helstplein 4", "helstplein 4"), ("Nieuwe Weg 8", "nieuwe weg 8"), ("1e Oosterparkstraat 2-3", "eerste oosterparkstraat 2 3"),
    ("Singelstraat 10 II", "singelstraat 10 2"), ("Singelstraat 10 2 hoog", "singelstraat 10 2"), ("Singelstraat 10-2", "singelstraat 10 2"), ("Singelstraat 10 hs", "singelstraat 10 hs"),
    ("Singelstraat 10 huis", "singelstraat 10 hs"), ("Singelstraat 10 bis", "singelstraat 10 bis"), ("Dorpsstraat 12 uur", "dorpsstraat"), ("adres: Spui 70", "spui 70"), ("woont op Lange Voorhout 12", "lange voorhout 12"),
]  # fmt: skip
NO_ADDRESSES = [
    "onderweg 2 mannen", "in 2024 is hij", "de supermarkt 3 keer", "werkplaats 4", "1998 in de bus", "snelweg A12", "paspoort 2 keer", "een park", "vanaf 1234 en",
]  # fmt: skip

PERSONS = [
    ("Piet Jansen", "piet jansen"), ("Jansen, Piet", "piet jansen"), ("piet jansen", "piet jansen"), ("PIET JANSEN", "piet jansen"), ("Jansen Piet", "piet jansen"),
    ("P. Jansen", "p jansen"), ("Jansen, P.", "p jansen"), ("dhr. P. Jansen", "p jansen"), ("mevrouw P.J. Jansen", "p j jansen"), ("P. van der Berg", "p van der berg"),
    ("Berg, P. van der", "p van der berg"), ("Van der Berg, P.", "p van der berg"), ("P. v.d. Berg", "p van der berg"), ("Piet v.d. Berg", "piet van der berg"),
    ("Piet van der Berg", "piet van der berg"), ("Łukasz Nowak", "lukasz nowak"), ("Lukasz Nowak", "lukasz nowak"), ("Agnieszka Kowalska-Nowak", "agnieszka kowalska-nowak"),
    ("Mohammed el Amrani", "mohammed el amrani"), ("Семён Петров", "semen petrov"), ("Ştefan Popescu", "stefan popescu"), ("Jürgen Müller", "jurgen muller"), ("Zoë de Wit", "zoe de wit"),
    ("Nguyen Thi Lan", "nguyen thi lan"), ("Piet Jansen, geb. 12-03-1998", "piet jansen 1998-03-12"), ("Piet Jansen (12-03-1998)", "piet jansen 1998-03-12"),
    ("Jansen, Piet, geboren op 12 maart 1998", "piet jansen 1998-03-12"), ("P. Jansen geb. 12/3/98", "p jansen 1998-03-12"), ("Piet Jansen, 12 maart '98", "piet jansen 1998-03-12"),
    ("Piet Jansen uit Polen, geboortedatum 12-3-98", "piet jansen 1998-03-12"), ("de heer Jansen", "jansen"), ("Maria de la Cruz", "maria de la cruz"), ("Chinedu Okafor", "chinedu okafor"), ("Jansen, P", "p jansen"), ("jansen, piet", "piet jansen"), ("Jansen P.", "p jansen"), ("dhr P v/d Berg", "p van der berg"),
    ("Mohamed El-Amrani", "mohamed el amrani"), ("Piet Jansen geb 12031998", "piet jansen 1998-03-12"), ("Ivan Петров", "ivan petrov"), ("P.J. Jansen, *12-03-1998", "p j jansen 1998-03-12"),
]  # fmt: skip
NO_PERSONS = [
    "De gemeente belt morgen.", "Volgens Collega niets gezien.", "Hij werkt in Rotterdam.", "Dan gaat zij weg.", "Dorpsstraat 12", "Het meisje huilt.", "Mark the date", "Elke dag over de brug",
    "In de bus zat niemand.", "JONGE VROUW HUILT OP STRAAT",
]  # fmt: skip
