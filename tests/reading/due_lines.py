"""Lines with the day by which they are due, each written on Wednesday 2026-11-11 (`-`: none)."""

from __future__ import annotations

LINES = """
# weekdays
he sends the map by Fri | 11-13
he sends the map by Wed | 11-18
she brings it on Monday | 11-16
map by thurs eod | 11-12
EOD Monday: the offer | 11-16
I'll have it done by close of play Thursday | 11-12
Friday he brings the map | 11-13
he brings the map friday morning | 11-13
list to me by Sat | 11-14
I'll do it over the weekend | 11-15
deck by Sunday night | 11-15
I'll send it next Fri | 11-20
plan by Tuesday next | 11-17
offer Fri week | 11-20
offer Friday week | 11-20
offer, a week on Tuesday | 11-24
offer, a week Tuesday | 11-24
draft a week from Monday | 11-23
she's to do it Monday fortnight | 11-30
plan by Friday of next week | 11-20
plan by Tuesday next week | 11-17
plan next week Thursday | 11-19
plan next week, on Thursday | 11-19
plan on Thursday this week | 11-12
plan by the Friday after next | 11-20
she maps it by the first Monday of December | 12-07
report by last Friday of the month | 11-27
she sat with me and will send the map | -
he sat in the sun and promised the list | -
by Wendsday I get the sheet | 11-18
# days of a month
the map by the 20th | 11-20
the map by the 3rd | 12-03
on the 12th he brings the map | 11-12
map, 16th | 11-16
map by Tuesday the 17th | 11-17
map by Tues 17 | 11-17
map by Tue 17th Nov | 11-17
map by the third | 12-03
map by the third of December | 12-03
map by the twenty-first | 11-21
map by the tenth of April | 2027-04-10
map by 20 Nov | 11-20
map by Nov 20 | 11-20
map by November 20th, 2026 | 11-20
map by 20. November | 11-20
map by 20th of Nov. | 11-20
map by 4/12 | 12-04
map 4/12 | 12-04
map by 4.12. | 12-04
map by 4.12 | 12-04
map till 04.12 | 12-04
map, 04.12 | 12-04
map by 4-12 | 12-04
map by 04-12-2026 | 12-04
map by 4/12/26 | 12-04
map by 2026-12-04 | 12-04
map 📅 2026-12-04 | 12-04
map [due:: 2026-12-04] | 12-04
map ➕ 2026-11-11 📅 2026-12-04 | 12-04
map due 4 Dec | 12-04
map - due: 4 Dec | 12-04
map (4 Dec) | 12-04
map by 15/1 | 2027-01-15
I answer by our next on the 19th | 11-19
she brings it to our next 1:1, Thurs 26/11 | 11-26
he does it by the 30th at the latest | 11-30
map by Mon 16th, not later | 11-16
map between 16-18 Nov | 11-18
the 20th is when he brings it | 11-20
# weeks
map by EOW | 11-13
map by end of week | 11-13
map end of the week | 11-13
map this week | 11-13
map before the week is out | 11-13
map before the weekend | 11-13
map by the weekend | 11-13
map next week | 11-20
map by next week | 11-20
map by end of next week | 11-20
map end nxt wk | 11-20
map eo next wk | 11-20
map early next week | 11-20
map the week after next | 11-27
map by the end of the week after next | 11-27
map in w/c 16th | 11-20
visit w/c 16/11 | 11-20
visit week of 16 Nov | 11-20
visit w/c Mon 16th | 11-20
map in KW 48 | 11-27
map by week 50 | 12-11
map by end of wk 48 | 11-27
map within the week | 11-18
map midweek | 11-18
# spans
map in three weeks | 12-02
map in 3 wks | 12-02
map in 2 weeks' time | 11-25
map two weeks from now | 11-25
map, two weeks | 11-25
map in a fortnight | 11-25
map within the fortnight | 11-25
map within a fortnight | 11-25
map in ten days | 11-21
map in a couple of days | 11-13
map within 48 hours | 11-13
map within 5 working days | 11-18
map a week today | 11-18
map a week tomorrow | 11-19
map a fortnight tomorrow | 11-26
map in a week | 11-18
map inside a week | 11-18
map in a month | 12-11
map in two months | 2027-01-11
map, max two weeks | 11-25
give me a week for the map | -
map, give me a week | 11-18
# days
I'll send it tomorrow | 11-12
I'll send it tmrw am | 11-12
I'll send it today | 11-11
I'll send it tonight | 11-11
I'll send it this afternoon | 11-11
I'll send it by EOD | 11-11
I'll send it COB | 11-11
I'll send it by COB tomorrow | 11-12
I'll send it the day after tomorrow | 11-13
I'll do today's report by Friday | 11-13
# months and longer
map by end of month | 11-30
map by EOM | 11-30
map month end | 11-30
map this month | 11-30
map by the last day of the month | 11-30
map last working day of November | 11-30
map first thing next month | 12-01
map next month | 12-31
map end of next month | 12-31
map mid-December | 12-15
map mid Dec | 12-15
map end of Jan | 2027-01-31
map end Jan | 2027-01-31
map by December | 12-31
map in December | 12-31
map early December | 12-07
map before December | 11-30
map by EOQ | 12-31
map end of the quarter | 12-31
map by end of Q1 | 2027-03-31
map by year end | 12-31
map by Xmas | 12-24
map before Christmas | 12-24
map this side of Christmas | 12-24
# none
I'll do it soon | -
I'll do it asap | -
he brings it next time | -
he brings it before our next | -
she does it before we next meet | -
she calls before 5 pm | -
he'll look into the 24/7 support line | -
she writes up the 9/30 deck | -
I'll fix the Q3 numbers | -
I'll listen to Monday's call | -
he redoes the slides from Monday's call | -
I'll bring up the Friday call with Ana | -
he checks version 3.5 | -
he checks section 2.10 | -
he sends the mail of 12 May to me | -
survey photos with every quote from 1 July on | -
he calls them after the 20th | -
he calls them after Friday | -
he logs calls every Friday | -
he has been on it since the 4th | -
he rated it 9/10, I'll tell him why | -
he'll do 1/2 of the list | -
he fixes 11/10 units of the order | -
he brings three of the ten names | -
I'll get him the first draft | -
I'll get him the second quote | -
she does the May figures | -
he may send 12 of them | -
he'll march 20 people in | -
I'll call Jan 3 times | -
he takes the two weeks of training | -
for two weeks he'll shadow her | -
he'll shadow her for a week | -
I'll do the week 1 order | -
I'll send the year-end overdues | -
I'll find the recording of the 3rd | -
I'll do the 30/60/90 plan | -
I'll book room 12.10 | -
he'll bring back the list we discussed on Monday | -
she sends what we saw on Tuesday | -
he cleans up last week's list | -
I'll share last Friday's numbers | -
he updates the forecast weekly on Mondays | -
she'll look after the 3rd floor | -
I'll ask 5-6 customers | -
she rings 10-12 of them | -
I'll fix price at 12.50 | -
he'll be at 3:30 with the map | -
I'll send the 4-page brief | -
I do the next 1:1 agenda | -
not before Monday he sends it | -
was due Friday, still to come | -
she rings 3/4 of her accounts | -
he gets 50/50 split agreed | -
he'll quote 8.5 per cent | -
he covers the weekend shifts | -
he'll fix the month end report | -
# which of several
Monday's call: he sends the recording by Thursday | 11-12
he calls on Monday and sends me the notes by Thursday | 11-12
after the demo on Monday he sends the notes by Thursday | 11-12
he was to send it last Friday, now by Tuesday | 11-17
was due 6/11, now 20/11 | 11-20
he sends it Friday, no, Monday | 11-16
she writes it tomorrow and I get it Friday | 11-13
by Friday I get the map for the meeting on the 20th | 11-13
he does the deck for the 20th by Monday | 11-16
I'll send the 9/30 deck by Friday | 11-13
since the 4th he has been on it, done by the 18th | 11-18
from Monday on he uses the sheet, draft to me by Friday | 11-13
11/11 - JP brings the map | -
11/11 - JP brings the map by Friday | 11-13
2026-11-11 he brings the map | -
# other languages
Karte bis Freitag | 11-13
Karte bis Fr. | 11-13
Karte bis zum 20. | 11-20
Karte bis 20. November | 11-20
Karte bis 20.11. | 11-20
Karte am 20.11. | 11-20
Karte bis Ende der Woche | 11-13
Karte bis Ende nächster Woche | 11-20
Karte nächste Woche | 11-20
Karte bis Ende November | 11-30
Karte bis Monatsende | 11-30
Karte Mitte Dezember | 12-15
Karte in zwei Wochen | 11-25
Karte morgen | 11-12
Karte Freitag morgen | 11-13
Karte übermorgen | 11-13
Karte heute | 11-11
Karte vor Weihnachten | 12-24
kaart voor vrijdag | 11-13
kaart uiterlijk 20 november | 11-20
kaart voor eind van de week | 11-13
kaart volgende week | 11-20
kaart eind november | 11-30
kaart over twee weken | 11-25
kaart binnen een week | 11-18
kaart morgen | 11-12
kaart voor 20 mrt | 2027-03-20
kaart op de 20e | 11-20
carte pour vendredi | 11-13
carte avant le 20 | 11-20
carte le 20 novembre | 11-20
carte d'ici deux semaines | 11-25
carte la semaine prochaine | 11-20
carte fin novembre | 11-30
carte demain | 11-12
carte vendredi prochain | 11-13
mapa para el viernes | 11-13
mapa antes del 20 | 11-20
mapa el 20 de noviembre | 11-20
mapa en dos semanas | 11-25
mapa la próxima semana | 11-20
mapa fin de mes | 11-30
mapa mañana | 11-12
mappa entro venerdì | 11-13
mappa entro il 20 | 11-20
mappa entro due settimane | 11-25
mappa la prossima settimana | 11-20
mappa fine mese | 11-30
mapa do piątku | 11-13
mapa do 20 listopada | 11-20
mapa za dwa tygodnie | 11-25
mapa w przyszłym tygodniu | 11-20
mapa do końca miesiąca | 11-30
mapa jutro | 11-12
""".strip()
