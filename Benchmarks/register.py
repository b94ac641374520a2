#!/usr/bin/env python3
"""Writes an enterprise with a big register: Benchmarks/register.py FOLDER PEOPLE.

Three rows a person, the same for the same number of people; everything is made up.
"""
import csv
import os
import random
import sys
from datetime import date, timedelta

folder, people = sys.argv[1], int(sys.argv[2])
r = random.Random(1)
os.makedirs(f"{folder}/bokforing")
os.makedirs(f"{folder}/utfall")
supports = ["försörjningsstöd", "aktivitetsstöd", "sjukpenning", "lön", "ingen"]
P, E, T, O, U = [], [], [], [], []
for i in range(people):
    d = f"D{i:05d}"
    s = r.choice(supports)
    P.append([d, r.randint(1962, 2003), r.choice(["kvinna", "man"]), "kommun", s,
              r.randint(8000, 18000) if s == "lön" or r.random() < .3 else ""])
    start = date(2023, 1, 1) + timedelta(r.randint(0, 1000))
    end = start + timedelta(r.randint(60, 500))
    extent = r.choice([25, 50, 75, 100])
    if r.random() < .6:
        E.append([d, start, end, extent, r.randint(20000, 28000), "lönebidrag", r.randint(5000, 12000)])
    else:
        T.append([d, start, end, extent, "kommun", r.randint(3000, 6000)])
    if r.random() < .5:
        left = end + timedelta(1)
        O.append([d, left, "arbete", r.choice([50, 75, 100]), r.randint(22000, 30000), "privat", "", "anställningsavtal"])
        U.append([d, left + timedelta(150), "i arbete", "lönespecifikation"])
def table(name, head, rows):
    with open(f"{folder}/utfall/{name}.csv", "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, delimiter=";")
        w.writerow(head.split(","))
        w.writerows(rows)
table("deltagare", "Deltagare,Födelseår,Kön,Anvisad av,Försörjning före,Belopp före", P)
table("anstallningar", "Deltagare,Start,Slut,Omfattning,Månadslön,Stöd,Bidrag", E)
table("traningsplatser", "Deltagare,Start,Slut,Omfattning,Beställare,Pris", T)
table("overgangar", "Deltagare,Datum,Till,Omfattning,Månadslön,Arbetsgivare,Bidrag,Underlag", O)
table("uppfoljningar", "Deltagare,Datum,Läge,Underlag", U)
with open(f"{folder}/bokforing/2025.se", "w") as f:
    f.write('#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#PROGRAM "x" 1\n#GEN 20260301\n#FNAMN "Stor"\n#RAR 0 20250101 20251231\n')
    rows = [("1930", 0), ("3001", -9_000_000_000), ("3040", -900_000_000), ("7010", 6_000_000_000), ("7510", 2_000_000_000)]
    total = sum(a for _, a in rows)
    for a, v in rows:
        f.write(f'#KONTO {a} "K{a}"\n')
    f.write(f"#IB 0 1930 0.00\n#UB 0 1930 {-total}.00\n")
    for a, v in rows[1:]:
        f.write(f"#RES 0 {a} {v}.00\n")
open(f"{folder}/dualbokslut.yaml", "w").write('''organisation:
  id: stor
  namn: Stor ekonomisk förening
  form: ekonomisk förening
  kommun: Karlskrona
bokföring: bokforing/*.se
utfall: utfall
kopplingar:
  - konton: 3040-3049
    slag: träningsplatser
    aktör: kommun
försörjning:
  försörjningsstöd:
    längst: 36 månader
    källa: antaget
  aktivitetsstöd:
    längst: 24 månader
    sedan: försörjningsstöd
    källa: antaget
  sjukpenning:
    längst: obegränsat
    källa: antaget
antaganden:
  anställning:
    dödvikt:
      bas: 30 %
      låg: 15 %
      hög: 50 %
    undanträngning: 5 %
    andras bidrag: 20 %
    källa: antaget
  övergång:
    dödvikt:
      bas: 40 %
      låg: 20 %
      hög: 60 %
    undanträngning: 10 %
    andras bidrag: 30 %
    avtagande: 15 %
    horisont: 5 år
    bekräftelsetid: 6 månader
    källa: antaget
  träningsplats:
    dödvikt: 20 %
    undanträngning: 0 %
    andras bidrag: 0 %
    alternativ placering:
      andel: 60 %
      pris: 8200 kr/månad
      källa: antaget
    källa: antaget
  diskonteringsränta:
    bas: 3,5 %
    låg: 0 %
    hög: 5 %
    källa: antaget
värden:
  - id: försörjningsstöd
    värde: 9850
    enhet: kr/månad
    från: 2020-01-01
    källa: antaget
  - id: aktivitetsstöd
    värde: =aktivitetsstod.lagsta
    från: 2020-01-01
    källa: antaget
  - id: sjukpenning
    värde: 500
    enhet: kr/dag7
    från: 2020-01-01
    källa: antaget
''')
print(len(P), len(E), len(T), len(O), len(U), sum(map(len, (P, E, T, O, U))))
