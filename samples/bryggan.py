"""Bryggan ekonomisk förening, Karlskrona: transports and property services, three buyers of
training places, two of them on accounts of their own and one on a project."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import sie
import ties
import workbook
from amounts import by_month, kr, rounded
from book import Book, FEE_RATE, PENSION_TAX_RATE, close_year
from chance import Chance
from days import MONTH_NAMES, month_end, months_of, weekday_on_or_after
from register import Register, SUBSIDIES_ON_3988


def fill_register():
    register = Register()
    # id | born | gender | referred by | support before | amount | out of work since | member
    register.read("deltagare", """
        D001 | 1974 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2018-06-01 | ja
        D002 | 1968 | man | arbetsförmedlingen | aktivitetsstöd |  | 2017-02-01 | ja
        D003 | 1963 | kvinna | försäkringskassan | sjukersättning | 12900 | 2009-10-01 | ja
        D004 | 1985 | man | kommun | försörjningsstöd |  | 2019-09-01 | ja
        D005 | 1971 | man | arbetsförmedlingen | aktivitetsstöd |  | 2016-03-01 | ja
        D006 | 1980 | kvinna | arbetsförmedlingen | arbetslöshetsersättning | 14200 | 2020-11-01 | ja
        D007 | 1990 | man | arbetsförmedlingen | etableringsersättning |  | 2021-01-15 | nej
        D008 | 1998 | kvinna | kommun | aktivitetsersättning |  | 2018-08-01 | nej
        D009 | 1977 | man | försäkringskassan | rehabiliteringspenning |  | 2021-03-01 | ja
        D010 | 1988 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2020-05-01 | ja
        D011 | 2001 | man | kommun | försörjningsstöd |  | 2021-08-01 | nej
        D012 | 1966 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2015-04-01 | nej
        D013 | 1983 | man | arbetsförmedlingen | arbetslöshetsersättning |  | 2022-01-10 | ja
        D014 | 1993 | kvinna | kommun | försörjningsstöd |  | 2020-02-01 | nej
        D015 | 2000 | man | arbetsförmedlingen | utvecklingsersättning |  | 2022-02-01 | ja
        D016 | 1979 | kvinna | egen ansökan | lön | 24800 |  | nej
        D017 | 1959 | man | kommun | försörjningsstöd |  | 2012-01-01 | nej
        D018 | 1986 | kvinna | försäkringskassan | sjukpenning |  | 2022-08-15 | ja
        D019 | 1992 | man | samordningsförbundet | försörjningsstöd |  | 2019-01-01 | nej
        D020 | 2002 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2023-01-02 | nej
        D021 | 1984 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-10-01 | ja
        D022 | 1970 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2019-06-01 | ja
        D023 | 1999 | man | kriminalvården | försörjningsstöd |  | 2021-05-01 | nej
        D024 | 1995 | kvinna | arbetsförmedlingen | etableringsersättning |  | 2023-03-01 | nej
        D025 | 1976 | man | kommun | försörjningsstöd | 10400 | 2015-09-01 | nej
        D026 | 1989 | kvinna | försäkringskassan | sjukpenning | 13400 | 2022-11-01 | nej
        D027 | 1972 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-02-01 | ja
        D028 | 1997 | kvinna | kommun | försörjningsstöd |  | 2022-06-01 | nej
        D029 | 1981 | man | kommun | försörjningsstöd |  | 2018-01-01 | nej
        D030 | 1975 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2022-09-01 | ja
        D031 | 1987 | man | kommun | försörjningsstöd |  | 2023-01-01 | nej
        D032 | 1964 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2014-10-01 | nej
        D033 | 2001 | man | arbetsförmedlingen | utvecklingsersättning |  | 2023-06-15 | nej
        D034 | 1994 | annat | kommun | försörjningsstöd |  | 2021-12-01 | nej
        D035 | 1978 | man | egen ansökan | okänd |  |  | nej
        D036 | 1991 | kvinna | kommun | ingen |  | 2022-04-01 | nej
        D037 | 1969 | man | kommun | försörjningsstöd |  | 2016-11-01 | nej
        D038 | 2003 | kvinna | region | studiestöd |  | 2024-06-10 | nej
        D039 | 1982 | man | arbetsförmedlingen | arbetslöshetsersättning | 15100 | 2024-03-01 | nej
        D040 | 1973 | kvinna | kommun | försörjningsstöd |  | 2019-10-01 | nej
        D041 | 1990 | man | arbetsförmedlingen | etableringsersättning |  | 2024-02-01 | nej
        D042 | 1985 | okänt | kommun | försörjningsstöd |  | 2023-05-01 | nej
        D043 | 1998 | man | kriminalvården | försörjningsstöd |  | 2022-03-01 | nej
        D044 | 1979 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2023-08-01 | nej
        D045 | 2004 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2025-01-07 | nej
    """)
    # id | start | end | extent | wage at the start | subsidy | kr per month paid
    register.employ("""
        D001 | 2021-03-01 |            |  75 | 22600 | lönebidrag | 11700
        D002 | 2021-08-16 | 2023-09-30 |  60 | 22700 | lönebidrag | 9400
        D003 | 2020-10-01 |            |  50 | 22400 | trygghetsanställning | 8400
        D004 | 2022-02-01 | 2024-01-31 |  50 | 22900 | lönebidrag | 7900
        D005 | 2022-09-01 | 2024-08-31 |  50 | 22950 | OSA | 8600
        D006 | 2022-05-02 | 2024-12-31 | 100 | 23300 | lönebidrag | 12800
        D006 | 2025-01-01 |            | 100 | 25100 | ingen |
        D007 | 2022-11-01 | 2024-05-31 |  75 | 23200 | introduktionsjobb | 9400
        D009 | 2023-02-01 |            |  50 | 23300 | lönebidrag | 7900
        D010 | 2023-04-01 | 2025-03-31 |  60 | 23600 | lönebidrag | 9600
        D012 | 2025-03-01 |            |  50 | 24400 | lönebidrag | 7900
        D013 | 2023-09-01 | 2024-12-31 |  60 | 23700 | lönebidrag | 9300
        D015 | 2024-01-01 | 2024-12-31 |  50 | 23500 | utvecklingsanställning | 8400
        D015 | 2025-01-01 |            |  60 | 24250 | lönebidrag | 9400
        D016 | 2023-10-01 | 2025-06-30 |  50 | 24200 | lönebidrag | 7600
        D018 | 2024-03-01 |            |  60 | 23900 | lönebidrag | 9500
        D019 | 2024-02-01 | 2025-01-31 |  50 | 23600 | lönebidrag | 7900
        D021 | 2024-09-01 | 2025-06-30 |  75 | 24300 | nystartsjobb | 6400
        D021 | 2025-07-01 |            |  75 | 25200 | ingen |
        D022 | 2024-08-01 | 2025-09-30 |  60 | 24100 | lönebidrag | 9400
        D024 | 2025-02-01 |            |  60 | 24600 | introduktionsjobb | 8600
        D027 | 2024-10-01 |            |  50 | 24000 | lönebidrag | 7900
        D030 | 2025-05-01 |            |  50 | 24700 | lönebidrag | 8000
        D033 | 2025-08-01 |            |  60 | 24500 | utvecklingsanställning | 9600
    """, raises=[(date(2023, 4, 1), 4), (date(2024, 4, 1), 3), (date(2025, 4, 1), 3)])
    # id | start | end | extent | commissioner | price per month
    register.read("traningsplatser", """
        D007 | 2022-05-01 | 2022-10-31 | 75 | arbetsförmedlingen | 4900
        D009 | 2022-10-03 | 2023-01-31 | 50 | försäkringskassan |
        D010 | 2022-11-01 | 2023-03-31 | 75 | arbetsförmedlingen | 4900
        D017 | 2023-01-02 | 2024-04-30 | 40 | kommun | 6200
        D008 | 2023-01-09 | 2023-08-31 | 50 | kommun | 6500
        D011 | 2023-01-16 | 2023-05-31 | 50 | kommun | 6500
        D012 | 2023-02-01 | 2023-10-31 | 50 | arbetsförmedlingen | 4900
        D014 | 2023-03-01 | 2023-12-31 | 50 | kommun | 6500
        D013 | 2023-04-17 | 2023-08-31 | 75 | arbetsförmedlingen | 4900
        D020 | 2023-05-02 | 2023-10-31 | 100 | arbetsförmedlingen | 5100
        D015 | 2023-06-01 | 2023-12-31 | 75 | arbetsförmedlingen | 4900
        D019 | 2023-08-01 | 2024-01-31 | 50 | kommun | 6500
        D008 | 2023-09-01 | 2024-03-31 | 75 | kommun | 7200
        D018 | 2023-09-18 | 2024-02-29 | 50 | försäkringskassan |
        D025 | 2023-10-02 | 2024-11-30 | 50 | kommun | 6500
        D029 | 2024-01-08 | 2024-06-30 | 50 | kommun | 6800
        D022 | 2024-01-15 | 2024-07-31 | 60 | arbetsförmedlingen | 5000
        D011 | 2024-02-01 | 2024-09-30 | 50 | kommun | 6800
        D035 | 2024-02-01 | 2024-05-15 | 25 | egen ansökan |
        D023 | 2024-02-12 | 2024-08-31 | 75 | kriminalvården | 7000
        D021 | 2024-03-01 | 2024-08-31 | 75 | arbetsförmedlingen | 5000
        D027 | 2024-03-18 | 2024-09-30 | 50 | arbetsförmedlingen | 5000
        D026 | 2024-04-08 | 2024-10-31 | 25 | försäkringskassan |
        D028 | 2024-05-01 | 2025-01-31 | 50 | kommun | 6800
        D032 | 2024-06-10 | 2024-12-31 | 50 | arbetsförmedlingen | 5000
        D024 | 2024-08-01 | 2025-01-31 | 75 | arbetsförmedlingen | 5000
        D031 | 2024-09-01 | 2025-05-31 | 60 | kommun | 6800
        D034 | 2024-10-01 | 2025-08-31 | 50 | kommun | 6800
        D030 | 2024-11-01 | 2025-04-30 | 50 | arbetsförmedlingen | 5100
        D025 | 2024-12-01 | 2025-07-31 | 75 | kommun | 7200
        D036 | 2025-01-01 | 2025-10-31 | 50 | kommun | 7000
        D033 | 2025-01-13 | 2025-07-31 | 75 | arbetsförmedlingen | 5200
        D037 | 2025-01-20 | 2025-03-14 | 50 | kommun | 7000
        D038 | 2025-02-03 | 2025-06-13 | 75 | region |
        D039 | 2025-02-17 | 2025-08-31 | 75 | arbetsförmedlingen | 5200
        D040 | 2025-03-01 |            | 50 | kommun | 7000
        D041 | 2025-04-01 | 2025-11-30 | 100 | arbetsförmedlingen | 5200
        D042 | 2025-04-14 |            | 50 | kommun | 7000
        D043 | 2025-05-05 | 2025-11-28 | 75 | kriminalvården | 7200
        D029 | 2025-06-01 |            | 50 | kommun | 7000
        D044 | 2025-06-02 |            | 50 | arbetsförmedlingen | 5200
        D034 | 2025-09-01 |            | 75 | kommun | 7300
        D045 | 2025-09-15 |            | 100 | arbetsförmedlingen | 5200
        D007 | 2025-10-01 |            | 50 | arbetsförmedlingen | 5200
    """)
    # id | date | to | extent | wage | employer | subsidy | evidence
    register.read("overgangar", """
        D011 | 2023-05-31 | avbrott |  |  |  |  | inget
        D002 | 2023-09-30 | arbete | 75 | 26800 | privat |  | anställningsavtal
        D012 | 2023-10-31 | försörjning |  |  |  |  | egen uppgift
        D020 | 2023-10-31 | studier | 75 |  |  |  | egen uppgift
        D014 | 2023-12-31 | flytt |  |  |  |  | egen uppgift
        D004 | 2024-01-31 | arbete med stöd | 75 | 24900 | kommun | 9800 | anställningsavtal
        D008 | 2024-03-31 | studier | 100 |  |  |  | myndighetsbeslut
        D017 | 2024-04-30 | pension |  |  |  |  | egen uppgift
        D035 | 2024-05-15 | okänt |  |  |  |  | inget
        D007 | 2024-05-31 | nystartsjobb | 100 | 26400 | privat | 9200 | anställningsavtal
        D029 | 2024-06-30 | avbrott |  |  |  |  | egen uppgift
        D005 | 2024-08-31 | sjukskrivning |  |  |  |  | myndighetsbeslut
        D023 | 2024-08-31 | okänt |  |  |  |  | inget
        D011 | 2024-09-30 | arbete | 60 | 25200 | privat |  | anställningsavtal
        D026 | 2024-10-31 | sjukskrivning |  |  |  |  | egen uppgift
        D013 | 2024-12-31 | eget företag | 100 | 19500 |  |  | egen uppgift
        D032 | 2024-12-31 | försörjning |  |  |  |  | myndighetsbeslut
        D019 | 2025-01-31 | avbrott |  |  |  |  | egen uppgift
        D028 | 2025-01-31 | annan insats |  |  |  |  | myndighetsbeslut
        D037 | 2025-03-14 | avliden |  |  |  |  | inget
        D010 | 2025-03-31 | arbete | 75 | 26900 | region |  | anställningsavtal
        D031 | 2025-05-31 | arbete | 100 | 26300 | okänd |  | inget
        D038 | 2025-06-13 | studier | 100 |  |  |  | myndighetsbeslut
        D016 | 2025-06-30 | arbete | 50 | 27200 | ideell |  | lönespecifikation
        D025 | 2025-07-31 | arbete | 50 |  | privat |  | arbetsgivarens uppgift
        D039 | 2025-08-31 | nystartsjobb | 100 | 26700 | privat | 9600 | anställningsavtal
        D022 | 2025-09-30 | arbete | 80 | 27400 | kommun |  | anställningsavtal
        D036 | 2025-10-31 | arbete | 50 | 25900 | privat |  | anställningsavtal
        D043 | 2025-11-28 | arbete | 100 | 27000 | privat |  | anställningsavtal
        D041 | 2025-11-30 | arbete med stöd | 75 | 25400 | ASF | 7900 | anställningsavtal
    """)
    # id | date | status | evidence
    register.read("uppfoljningar", """
        D002 | 2023-12-14 | i arbete | lönespecifikation
        D020 | 2024-03-15 | i studier | egen uppgift
        D002 | 2024-04-10 | i arbete | egen uppgift
        D012 | 2024-04-22 | arbetslös | egen uppgift
        D004 | 2024-05-15 | i arbete | arbetsgivarens uppgift
        D007 | 2024-09-03 | i arbete | lönespecifikation
        D008 | 2024-09-10 | i studier | myndighetsbeslut
        D002 | 2024-09-20 | i arbete | arbetsgivarens uppgift
        D020 | 2024-10-07 | ej nådd | inget
        D004 | 2024-11-06 | i arbete | egen uppgift
        D023 | 2024-11-25 | ej nådd | inget
        D011 | 2024-12-12 | i arbete | lönespecifikation
        D008 | 2025-01-28 | i studier | egen uppgift
        D005 | 2025-02-12 | sjuk | egen uppgift
        D007 | 2025-02-18 | i arbete | egen uppgift
        D020 | 2025-02-20 | okänt | inget
        D002 | 2025-03-05 | annat arbete | egen uppgift
        D011 | 2025-04-03 | arbetslös | egen uppgift
        D019 | 2025-04-10 | okänt | inget
        D013 | 2025-05-19 | i arbete | egen uppgift
        D004 | 2025-05-20 | ej nådd | inget
        D008 | 2025-06-09 | i studier | egen uppgift
        D007 | 2025-06-11 | arbetslös | myndighetsbeslut
        D010 | 2025-06-24 | i arbete | lönespecifikation
        D002 | 2025-08-25 | i arbete | lönespecifikation
        D011 | 2025-09-08 | i arbete | egen uppgift
        D010 | 2025-09-30 | i arbete | arbetsgivarens uppgift
        D038 | 2025-10-01 | i studier | egen uppgift
        D004 | 2025-10-15 | i arbete | egen uppgift
        D031 | 2025-10-20 | ej nådd | inget
        D025 | 2025-11-03 | i arbete | arbetsgivarens uppgift
        D013 | 2025-11-10 | i arbete | egen uppgift
        D008 | 2025-11-20 | i arbete | egen uppgift
        D016 | 2025-11-27 | i arbete |
        D039 | 2025-11-28 | i arbete | lönespecifikation
        D022 | 2025-12-09 | i arbete | lönespecifikation
    """)
    register.fill_attendance(Chance("bryggan närvaro"))
    return register


CHART = {
    "1220": "Inventarier och verktyg",
    "1229": "Ackumulerade avskrivningar på inventarier och verktyg",
    "1240": "Bilar och andra transportmedel",
    "1249": "Ackumulerade avskrivningar på bilar och andra transportmedel",
    "1510": "Kundfordringar",
    "1630": "Avräkning för skatter och avgifter (skattekonto)",
    "1680": "Andra kortfristiga fordringar",
    "1930": "Företagskonto",
    "2083": "Medlemsinsatser",
    "2086": "Reservfond",
    "2091": "Balanserad vinst eller förlust",
    "2098": "Vinst eller förlust från föregående år",
    "2099": "Årets resultat",
    "2350": "Lån Exempelbanken, lastbil",
    "2440": "Leverantörsskulder",
    "2512": "Beräknad inkomstskatt",
    "2514": "Beräknad särskild löneskatt på pensionskostnader",
    "2518": "Betald F-skatt",
    "2611": "Utgående moms på försäljning inom Sverige, 25 %",
    "2641": "Debiterad ingående moms",
    "2650": "Redovisningskonto för moms",
    "2710": "Personalskatt",
    "2731": "Avräkning lagstadgade sociala avgifter",
    "2920": "Upplupna semesterlöner",
    "2941": "Beräknade upplupna lagstadgade sociala avgifter",
    "2950": "Upplupna avtalade sociala avgifter",
    "2992": "Beräknat arvode för revision",
    "3010": "Interntransporter, reserverat kontrakt",
    "3011": "Matdistribution, reserverat kontrakt",
    "3020": "Fastighetsskötsel, upphandling med social hänsyn",
    "3025": "Byggstädning, sysselsättningskrav",
    "3030": "Fastighetstjänster, privata kunder",
    "3031": "Flytt och bortforsling, privata kunder",
    "3035": "Försäljning till myndigheter",
    "3040": "Träningsplatser Karlskrona kommun",
    "3055": "Träningsplatser Kriminalvården",
    "3065": "Medlemsavgifter",
    "3740": "Öres- och kronutjämning",
    "3987": "Bidrag Karlskrona kommun (IOP)",
    "3988": "Erhållna offentliga bidrag för personal",
    "3989": "Bidrag samordningsförbundet",
    "4010": "Inköp material och varor",
    "4600": "Legoarbeten och underentreprenader",
    "5010": "Lokalhyra",
    "5020": "El för belysning",
    "5062": "Sophämtning och deponi",
    "5410": "Förbrukningsinventarier",
    "5460": "Förbrukningsmaterial",
    "5480": "Arbetskläder och skyddsmaterial",
    "5520": "Reparation och underhåll av inventarier och verktyg",
    "5621": "Drivmedel",
    "5623": "Reparation och underhåll av fordon",
    "5625": "Leasing av transportbilar",
    "5626": "Fordonsförsäkring och fordonsskatt",
    "5910": "Annonsering",
    "6110": "Kontorsmateriel",
    "6212": "Mobiltelefon",
    "6230": "Datakommunikation",
    "6310": "Företagsförsäkringar",
    "6420": "Ersättningar till revisor",
    "6450": "Föreningsstämma",
    "6530": "Redovisningstjänster",
    "6540": "IT-tjänster",
    "6570": "Bankkostnader",
    "6981": "Föreningsavgifter, avdragsgilla",
    "7010": "Löner till kollektivanställda",
    "7015": "Löner, arbetsintegrerande anställningar",
    "7081": "Sjuklöner till kollektivanställda",
    "7210": "Löner till tjänstemän",
    "7240": "Styrelsearvoden",
    "7290": "Förändring av semesterlöneskuld",
    "7411": "Premier för kollektiva pensionsförsäkringar",
    "7510": "Arbetsgivaravgifter 31,42 %",
    "7514": "Nystartsjobb, krediterat skattekontot",
    "7519": "Arbetsgivaravgifter för semester- och löneskulder",
    "7533": "Särskild löneskatt för pensionskostnader",
    "7571": "Arbetsmarknadsförsäkringar",
    "7610": "Utbildning",
    "7631": "Personalrepresentation, avdragsgill",
    "7832": "Avskrivningar på inventarier och verktyg",
    "7834": "Avskrivningar på bilar och andra transportmedel",
    "8311": "Ränteintäkter från bank",
    "8314": "Skattefria ränteintäkter",
    "8410": "Räntekostnader för långfristiga skulder",
    "8910": "Skatt som belastar årets resultat",
    "8999": "Årets resultat",
}

YEARS = [(date(y, 1, 1), date(y, 12, 31)) for y in (2023, 2024, 2025)]

# Sales per month at 2025 prices; earlier years are scaled by these shares.
VOLUME = {2023: Fraction(87, 100), 2024: Fraction(945, 1000), 2025: Fraction(1)}

CONTRACTS = [
    ("3010", "Karlskrona kommun", "interntransporter", 100000, "P01"),
    ("3011", "Karlskrona kommun", "matdistribution", 61500, "P01"),
    ("3020", "Exempelviks Bostäder AB", "fastighetsskötsel", 47200, "P02"),
    ("3020", "Stiftelsen Påhittshemmet", "trädgårdsskötsel", 31400, "P02"),
    ("3025", "Bygg & Betong i Fantasien AB", "byggstädning", 25600, "P02"),
]
HOUSING = [
    ("Brf Exempelgården", 9200), ("Brf Låtsaslunden", 7800), ("Brf Påhittet", 6900),
    ("Brf Sagoklippan", 6400), ("Brf Luftslottet", 5900), ("Brf Fantasiholmen", 5600),
    ("Samfälligheten Drömviken", 4700), ("Bygdegården Fiktiva", 3800),
]
MOVES = ["flytthjälp", "bortforsling av grovsopor", "flytt av kontorsmöbler",
                 "tömning av källarförråd", "transport av vitvaror", "dödsbotömning",
                 "körning till återvinningen", "flyttstädning"]
PRIVATE = ["Privatkund", "Exempelbyrån AB", "Café Fiktion", "Påhittade Möbler HB",
                   "Sagobutiken AB", "Skola Exempelvik", "Fantasifastigheter KB"]

# Ordinary staff: account, monthly full-time wage in 2025, extent.
STAFF = [("7210", 37900, 90), ("7210", 34200, 30), ("7210", 30600, 60),
                 ("7210", 30200, 40), ("7010", 29900, 100), ("7010", 29400, 75),
                 ("7010", 27800, 50), ("7010", 27300, 40)]


def keep_book(register, shift):
    chance = Chance("bryggan bok")
    book = Book(CHART, YEARS, chance)
    book.series_by_use = {"sale": "A", "purchase": "B", "receipt": "C", "payment": "D",
                          "card": "K", "payroll": "L", "memo": "M"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 210000, "1229": -118000, "1240": 480000, "1249": -64000, "1510": 315000,
        "1680": 66800, "1930": 612000, "2083": -17000, "2086": -42000, "2099": -31400,
        "2350": -325000, "2440": -142000, "2512": -6400, "2514": -33500, "2518": 30000,
        "2650": -118000, "2710": -74200, "2731": -101300, "2920": -165000, "2941": -51843,
        "2950": -36000, "2992": -20000}.items()}
    book.opening["2091"] = -sum(book.opening.values())

    wages = by_month(YEARS, shift, register.wages)
    subsidies = by_month(YEARS, shift, lambda a, b: register.subsidies(a, b, SUBSIDIES_ON_3988))
    new_start = by_month(YEARS, shift, lambda a, b: register.subsidies(a, b, {"nystartsjobb"}))
    places = {buyer: by_month(YEARS, shift, lambda a, b, who=buyer: register.places(a, b, who))
              for buyer in ("kommun", "arbetsförmedlingen", "kriminalvården")}

    def count_places(first, last, buyer):
        return register.places_running(shift.day(first), shift.day(last), buyer)

    # What was open when the first year began is paid in its first weeks.
    for when, who, amount in ((date(2023, 1, 12), "Karlskrona kommun", 187000),
                              (date(2023, 1, 20), "Exempelviks Bostäder AB", 58000),
                              (date(2023, 1, 27), "kunder, äldre fakturor", 70000)):
        book.post("C", when, f"Inbetalning {who}", [("1930", kr(amount)), ("1510", -kr(amount))])
    book.post("D", date(2023, 1, 16), "Betalning leverantörer enligt lista",
              [("2440", kr(142000)), ("1930", -kr(142000))])

    for first, last in YEARS:
        for year, month in months_of(first, last):
            post_sales(book, chance, count_places, places, year, month)
            post_grants(book, subsidies, new_start, year, month)
            post_purchases(book, chance, year, month)
            post_payroll(book, chance, wages, year, month)
            close_month(book, year, month)
        close_books(book, first, last)
    book.number_vouchers(gap_days=6)
    return book


def price_level(amount, year):
    return rounded(kr(amount) * VOLUME[year] / 10000) * 10000


def post_sales(book, chance, count_places, places, year, month):
    end, label = month_end(year, month), f"{MONTH_NAMES[month - 1]} {year}"
    season = {6: Fraction(106, 100), 7: Fraction(88, 100), 12: Fraction(95, 100)}
    for account, customer, what, amount, project in CONTRACTS:
        extra = chance.between(-4, 6)
        net = rounded(price_level(amount, year) * season.get(month, 1) * (100 + extra)
                      / 1000000) * 10000
        book.sell(end, customer, f"{what} {label}", [(account, net, 25, project)])
    for customer, amount in HOUSING:
        net = price_level(amount, year)
        lines = [("3030", net, 25, "P02")]
        if chance.happens(0.3):   # snow, leaves, a broken door: work beyond the contract
            lines.append(("3030", kr(chance.between(600, 2600, 50)), 25, "P02"))
        book.sell(weekday_on_or_after(date(year, month, 20)), customer,
                  f"fastighetsskötsel {label}", lines)
    for _ in range(chance.between(17, 21)):
        when = weekday_on_or_after(date(year, month, chance.between(1, 26)))
        net = rounded(Fraction(kr(chance.between(1200, 6400, 100))) * VOLUME[year])
        book.sell(when, chance.pick(PRIVATE), chance.pick(MOVES),
                  [("3031", net // 100 * 100, 25, "P03")], terms=20, late=12, whole_kronor=True)
    for _ in range(chance.between(2, 4)):
        when = weekday_on_or_after(date(year, month, chance.between(3, 26)))
        net = price_level(chance.between(6500, 14500, 100), year)
        book.sell(when, chance.pick(["Region Blekinge", "Karlskrona kommun, fritid",
                                     "Länsstyrelsen"]),
                  chance.pick(["möbeltransport", "röjning och flis", "arkivflytt", "budkörning"]),
                  [("3035", net, 25, "P01")])
    # Places: no VAT. The invoice follows the register, so the two can be compared.
    for buyer, name, account, project in (
            ("kommun", "Karlskrona kommun", "3040", "P10"),
            ("arbetsförmedlingen", "Arbetsförmedlingen", "3035", "P12"),
            ("kriminalvården", "Kriminalvården", "3055", "P10")):
        net = places[buyer][year, month]
        if net:
            count = count_places(date(year, month, 1), end, buyer)
            book.sell(end, name, f"träningsplatser {label}, {count} st",
                      [(account, net, 0, project)])


def post_grants(book, subsidies, new_start, year, month):
    end = month_end(year, month)
    label = f"{MONTH_NAMES[month - 1]} {year}"
    amount = subsidies[year, month]
    book.post("M", end, f"Arbetsförmedlingen, lönestöd {label}",
              [("1680", amount), ("3988", -amount)])
    paid = weekday_on_or_after(end + timedelta(days=24))
    book.post("C", paid, f"Inbetalning Arbetsförmedlingen, lönestöd {label}",
              [("1930", amount), ("1680", -amount)])
    if (year, month) == (2023, 1):   # December's claim stood in the opening balance
        book.post("C", date(2023, 1, 24), "Inbetalning Arbetsförmedlingen, lönestöd december 2022",
                  [("1930", kr(66800)), ("1680", -kr(66800))])
    credit = new_start[year, month]
    book.post("M", end, f"Nystartsjobb {label}, kreditering på skattekontot",
              [("1630", credit), ("7514", -credit)])
    if month in (1, 7):
        grant = {2023: 160000, 2024: 165000, 2025: 190000}[year]
        half = "första" if month == 1 else "andra"
        book.sell(weekday_on_or_after(date(year, month, 15)), "Karlskrona kommun",
                  f"IOP Vägen in, {half} halvåret", [("3987", kr(grant), 0, "P10")])
    if month in (3, 6, 10):
        grant = {2023: 30000, 2024: 36000, 2025: 50000}[year]
        book.sell(weekday_on_or_after(date(year, month, 25)), "Samordningsförbundet i Blekinge",
                  "rekvisition Steget vidare", [("3989", kr(grant), 0, "P10")])


def post_purchases(book, chance, year, month):
    def on(number):
        return weekday_on_or_after(date(year, month, number))

    def about(amount, spread):
        return kr(amount) + kr(chance.between(-spread, spread)) + chance.between(0, 99)

    label = MONTH_NAMES[month - 1]
    rise = year - 2023
    book.buy(on(1), "Exempelviks Fastigheter AB", f"lokalhyra {label}",
             [("5010", kr(24600 + 700 * rise), 25)], terms=28)
    book.buy(on(6), "Påhittade Elbolaget AB", "elförbrukning",
             [("5020", about(4300 if month in (1, 2, 11, 12) else 2600, 350), 25)])
    book.buy(on(2), "Fiktiva Billeasing AB", "leasing transportbilar",
             [("5625", kr(10850 + 250 * rise), 25, "P01")], terms=20)
    for number in (10, 25):
        book.buy(on(number), "Drivmedelsbolaget Fantasi AB", "drivmedel enligt kort",
                 [("5621", about(8700, 1300), 25, "P01")], terms=20)
    for number in (8, 22):
        book.buy(on(number), "Återvinning Exempelvik AB", "deponi och sortering",
                 [("5062", about(2900, 800), 25, "P03")])
    for number in (5, 14, 24):
        book.buy(on(number), chance.pick(["Låtsas Färg & Järn AB", "Sago Trädgård AB",
                                          "Städgrossisten Påhitt AB"]),
                 chance.pick(["material", "städmaterial", "jord och gödning", "reservdelar"]),
                 [("4010", about(4200, 1600), 25, "P02")])
    book.buy(on(17), "Sagans Gräv & Schakt AB", "underentreprenad",
             [("4600", about(9400, 3200), 25, "P02")])
    book.buy(on(12), "Verkstan på Låtsaskajen AB", "service och reparation",
             [("5623", about(4700, 2600), 25, "P01")])
    book.buy(on(9), "Skyddskläder Fiktion AB", "arbetskläder",
             [("5480", about(2100, 900), 25)])
    book.buy(on(4), "Teleexempel AB", "mobiltelefoni", [("6212", about(2450, 150), 25)])
    book.buy(on(4), "Nätverket Påhitt AB", "bredband", [("6230", kr(689), 25)])
    book.buy(on(7), "Molnexempel AB", "datorstöd och licenser", [("6540", about(2950, 200), 25)])
    book.buy(on(19), "Siffror & Sagor Redovisning AB", "löpande redovisning",
             [("6530", kr(6200 + 300 * rise), 25)])
    for _ in range(chance.between(4, 6)):
        account, shop, low, high = chance.pick([
            ("6110", "Pappershandeln Exempel", 150, 900),
            ("5460", "Järnhandeln Låtsas", 120, 1400),
            ("7631", "Fikabröd till arbetslaget, Bageri Fantasi", 180, 700),
            ("5410", "Verktygsboden Fiktiv", 600, 3400),
            ("5520", "Slipservice Påhitt", 300, 1500)])
        when = weekday_on_or_after(date(year, month, chance.between(2, 26)))
        book.pay_by_card(when, shop, account, kr(chance.between(low, high)),
                         12 if account == "7631" else 25)
    book.post("K", month_end(year, month), "Exempelbanken, bankavgifter",
              [("6570", kr(415)), ("1930", -kr(415))])
    if month == 1:
        book.buy(on(10), "Låtsas Försäkring", "företagsförsäkring",
                 [("6310", kr(33400 + 1200 * rise), 0)])
        book.buy(on(11), "Låtsas Försäkring", "fordonsförsäkring",
                 [("5626", kr(27900 + 900 * rise), 0, "P01")])
    if month == 2:
        book.buy(on(16), "Intresseföreningen för Påhittade Företag", "medlemsavgift",
                 [("6981", kr(6500), 0)])
    if month in (4, 9):
        book.buy(on(23), "Kursgården Fantasi AB", "utbildning arbetsmiljö och handledning",
                 [("7610", about(12800, 2500), 25)])
    if month in (3, 8, 11):
        book.buy(on(15), "Exempelbladet", "annons", [("5910", about(4100, 900), 25)])
    if month == 5:
        book.buy(on(20), "Revisionsbyrån Sagoboken AB", "revision",
                 [("2992", kr(20000), 25), ("6420", kr(1800), 25)])
        book.pay_by_card(on(26), "Föreningsstämma, lokal och förtäring", "6450", kr(3850), 12)
    if (year, month) == (2024, 5):
        book.buy(on(6), "Maskinexempel AB", "åkgräsklippare", [("1220", kr(84000), 25, "P02")])
    if (year, month) == (2025, 3):
        book.buy(on(18), "Maskinexempel AB", "högtryckstvätt och släp",
                 [("1220", kr(52000), 25, "P02")])
    if month in (1, 4, 7, 10):
        before = date(year, month, 1) - timedelta(days=1)
        owed = -book.balance("2950", before)
        book.buy(on(15), "Pensionsvalet Exempel", "pension och försäkring, kvartal",
                 [("2950", owed, 0)])


def post_payroll(book, chance, wages, year, month):
    pay_day = date(year, month, 25)
    while pay_day.weekday() >= 5:
        pay_day -= timedelta(days=1)
    label = f"{MONTH_NAMES[month - 1]} {year}"
    revision = {2023: (Fraction(925, 1000), Fraction(950, 1000)),
                2024: (Fraction(950, 1000), Fraction(970, 1000)),
                2025: (Fraction(970, 1000), Fraction(1))}[year][month >= 4]
    gross = defaultdict(int)
    for account, wage, extent in STAFF:
        gross[account] += rounded(kr(wage) * revision * extent / 100)
    if chance.happens(0.55):   # a sick week: sick pay instead of wages, the waiting day deducted
        lost = kr(chance.between(1500, 6200, 10))
        gross["7010"] -= lost
        gross["7081"] += rounded(lost * Fraction(64, 100))
    gross["7010"] += kr(chance.between(0, 2400, 10))   # evenings and weekends
    gross["7015"] = wages[year, month]
    if month == 12:
        gross["7240"] = kr(24000)
    total = sum(gross.values())
    ordinary = total - gross["7015"]
    tax = rounded((ordinary * Fraction(24, 100) + gross["7015"] * Fraction(17, 100)) / 100) * 100
    book.post("L", pay_day, f"Löner {label}",
              [(account, amount) for account, amount in sorted(gross.items())]
              + [("2710", -tax), ("1930", tax - total)])
    fees = rounded(total * FEE_RATE)
    book.post("L", pay_day, f"Arbetsgivaravgifter {label}", [("7510", fees), ("2731", -fees)])
    pension, insurance = rounded(total * Fraction(42, 1000)), rounded(total * Fraction(3, 1000))
    book.post("L", pay_day, f"Avtalspension och försäkringar {label}",
              [("7411", pension), ("7571", insurance), ("2950", -pension - insurance)])


def close_month(book, year, month):
    end = month_end(year, month)
    tools = kr(2900) + (kr(1400) if (year, month) >= (2024, 5) else 0) \
        + (kr(870) if (year, month) >= (2025, 3) else 0)
    if (year, month) > (2025, 1):   # the oldest tools are written off by then
        tools -= kr(1450)
    book.post("M", end, f"Avskrivningar {MONTH_NAMES[month - 1]} {year}",
              [("7832", tools), ("1229", -tools), ("7834", kr(8000)), ("1249", -kr(8000))])
    debt = -book.balance("2350", end)
    interest = rounded(debt * Fraction(62, 1000) / 12)
    book.post("M", end, "Exempelbanken, ränta och amortering",
              [("2350", kr(5000)), ("8410", interest), ("1930", -kr(5000) - interest)])
    if month % 3 == 0:
        book.declare_vat(end)
    book.settle_tax_account(year, month, advance_tax=kr(4500))
    if month == 9:
        book.post("C", weekday_on_or_after(date(year, 9, 16)), "Medlemsavgifter",
                  [("1930", kr(200 * {2023: 18, 2024: 20, 2025: 23}[year])),
                   ("3065", -kr(200 * {2023: 18, 2024: 20, 2025: 23}[year]))])
    if month in (4, 10):
        shares = {(2023, 4): 1, (2024, 4): 1, (2024, 10): 1, (2025, 4): 2, (2025, 10): 1}
        count = shares.get((year, month), 0)
        book.post("C", weekday_on_or_after(date(year, month, 14)),
                  f"Medlemsinsatser, nya medlemmar: {count}",
                  [("1930", kr(1000 * count)), ("2083", -kr(1000 * count))])
    if month == 12:
        book.final_tax(weekday_on_or_after(date(year, 12, 12)))


def close_books(book, first, last):
    year = last.year
    # Interest, holiday pay owed, audit, pension tax, income tax, closing entry.
    book.post("M", last, "Exempelbanken, årsränta", [("1930", kr(1130)), ("8311", -kr(1130))])
    book.post("M", last, "Skattekontot, intäktsränta", [("1630", kr(212)), ("8314", -kr(212))])
    more = kr({2023: 8400, 2024: 11700, 2025: 9300}[year])
    fees = rounded(more * FEE_RATE)
    book.post("M", last, "Förändring av semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("M", last, "Beräknat revisionsarvode", [("6420", kr(20000)), ("2992", -kr(20000))])
    pension = book.change(lambda number: number == "7411", first, last)
    special = rounded(pension * PENSION_TAX_RATE / 100) * 100
    book.post("M", last, "Särskild löneskatt på pensionskostnader",
              [("7533", special), ("2514", -special)])
    close_year(book, last, book.result(first, last))
    if last < book.years[-1][1]:
        allocate_result(book, year + 1)


def allocate_result(book, year):
    """The new year moves the result on; the annual meeting puts a part in the reserve fund."""
    first = next(first for first, _ in book.years if first.year == year)
    result = -book.balance("2099", first - timedelta(days=1))
    book.post("M", first, "Omföring föregående års resultat", [("2099", result), ("2098", -result)])
    reserve = max(0, rounded(result * Fraction(5, 100) / 10000) * 10000)
    book.post("M", date(year, 5, 27), "Resultatdisposition enligt stämmans beslut",
              [("2098", result), ("2086", -reserve), ("2091", reserve - result)])


STYLE = {
    "program": "Exempelbok Förening", "version": "7.2", "quoted": True, "form": True,
    "number": "769600-0000",
    "name": "Bryggan ekonomisk förening", "chart": "EUBAS97",
    "address": ["", "Påhittade kajen 1", "371 00 Karlskrona", ""],
    "dimension": (6, "Projekt"), "object": '"6" "{}"',
    "objects": [("P01", "Transporter"), ("P02", "Fastighet och trädgård"),
                ("P03", "Flytt och bortforsling"), ("P10", "Steget vidare, träningsplatser"),
                ("P12", "Arbetsträning Arbetsförmedlingen")],
    "period_balances": True, "registered": True, "number_format": "{}", "indent": "   ",
    "line_end": "\r\n", "encoding": "cp437",
}


GENERATED = {1: date(2025, 2, 15), 2: date(2026, 2, 12)}


def write(folder, shift):
    """Writes ledgers and register, the register as a workbook too."""
    register = fill_register().moved(shift)
    book = keep_book(register, shift).moved(shift)
    ties.check("bryggan", book, register, register.wages,
               {"kommun": ("3040", None), "arbetsförmedlingen": ("3035", "P12"),
                "kriminalvården": ("3055", None)})
    assert len(register.employed_on(book.years[-1][1])) == 12
    for index, generated in GENERATED.items():
        sie.write(folder, book, index,
                  sie.styled_file(book, index, STYLE, shift.day(generated)))
    # As a Swedish Excel saves "CSV UTF-8": semicolons, a byte-order mark, CRLF.
    register.write(folder / "utfall", ";", "\r\n", "\ufeff")
    # The same register as the workbook that many boards keep.
    workbook.write(folder / "utfall", folder / "utfall.xlsx")
