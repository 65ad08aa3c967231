// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
import { type CodeListSource } from './code-list-source';

// libs/rules/src/parameters/code-lists/*.yaml
export const CODE_LISTS: readonly CodeListSource[] = [
  {
    "list": "california.destruction",
    "kind": "statute",
    "title": "Records that are destroyed two years later",
    "citation": "HS 11361.5(a) and (b), named again in HS 11361.7(a)",
    "decides": "whether a conviction that became final more than two years ago is not \"accurate, relevant, timely, or complete for any purposes\" (HS 11361.7(a)), so that it breaks no clean time, and whether destruction is a remedy of its own. Age and time are asked elsewhere",
    "attempts": "cannot-tell",
    "conspiracies": "cannot-tell",
    "sources": {
      "hs11361-7": {
        "title": "HS 11361.7",
        "address": "https://law.onecle.com/california/health/11361.7.html"
      },
      "reentry": {
        "title": "National Reentry Resource Center, California CA-C-8, on HS 11361.5(a)",
        "address": "http://www.nationalreentryresourcecenter.org/cleanslate/states/california/policies/ca-c-8"
      },
      "text-2013": {
        "title": "HS 11361.5(a), text of 2013",
        "address": "http://www.orangecountycriminalattorneysblog.com/2013/03/california-marijuana-arrest-an.html"
      },
      "memory": {
        "title": "HS 11361.5, from memory",
        "address": "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=11361.5"
      }
    },
    "entries": [
      {
        "offence": "HS 11357",
        "group": "a",
        "source": "reentry",
        "mark": "F",
        "confirm": "Under 18 on school grounds: kept until 18. Does a conviction of before 1976 need an application under (b)?"
      },
      {
        "offence": "HS 11357(a)",
        "condition": "the present text, which names all of 11357, reaches old concentrate convictions; that of 2013 named only (b) to (e)",
        "asks": "present-text",
        "to": 20161108,
        "group": "a",
        "source": "text-2013",
        "mark": "F",
        "confirm": "Does HS 11361.5(a) as it stands reach a conviction of old 11357(a), concentrated cannabis?"
      },
      {
        "offence": "HS 11360(b)",
        "group": "a",
        "source": "reentry",
        "mark": "F"
      },
      {
        "offence": "HS 11358",
        "condition": "the person was under 18",
        "asks": "under-18",
        "group": "a",
        "source": "memory",
        "mark": "M",
        "confirm": "Does (a) cover every provision of the article but 11357.5 for a person under 18?"
      },
      {
        "offence": "HS 11359",
        "condition": "the person was under 18",
        "asks": "under-18",
        "group": "a",
        "source": "memory",
        "mark": "M",
        "confirm": "Does (a) cover every provision of the article but 11357.5 for a person under 18?"
      },
      {
        "offence": "HS 11360(a)",
        "condition": "the person was under 18",
        "asks": "under-18",
        "group": "a",
        "source": "memory",
        "mark": "M",
        "confirm": "Does (a) cover every provision of the article but 11357.5 for a person under 18?"
      },
      {
        "offence": "HS 11530",
        "to": 19751231,
        "group": "b",
        "source": "memory",
        "mark": "K~",
        "confirm": "Possession before the recodification: a statutory predecessor under (b)(1)?"
      },
      {
        "offence": "HS 11364",
        "condition": "it was a device for smoking marijuana",
        "asks": "marijuana",
        "to": 19751231,
        "group": "b",
        "source": "memory",
        "mark": "M",
        "confirm": "Paraphernalia for marijuana before 1976, under (b)(2)?"
      },
      {
        "offence": "HS 11365",
        "condition": "marijuana was smoked or used in the place",
        "asks": "marijuana",
        "to": 19751231,
        "group": "b",
        "source": "memory",
        "mark": "M",
        "confirm": "Presence where marijuana was used, before 1976, under (b)(3)?"
      },
      {
        "offence": "HS 11550",
        "condition": "it was use of marijuana or being under its influence",
        "asks": "marijuana",
        "to": 19751231,
        "group": "b",
        "source": "memory",
        "mark": "M",
        "confirm": "Use of marijuana before 1976, under (b)(4)?"
      }
    ],
    "open": [
      {
        "citation": "HS 11361.7(a)",
        "source": "hs11361-7",
        "mark": "F",
        "confirm": "The two years run from when the conviction became final: is that the day of judgment, or sixty days later?"
      }
    ]
  },
  {
    "list": "california.related",
    "kind": "statute",
    "title": "Near misses that get a row of their own",
    "citation": "HS 11361.8 names 11357 to 11360; what is said of offenses beside them",
    "decides": "the row and the reason of a cannabis offense that the statute does not name, so that nobody is left out unseen",
    "attempts": "count",
    "conspiracies": "count",
    "sources": {
      "samra": {
        "title": "People v. Samra (2018), unpublished, not to be cited",
        "address": "https://print.casetext.com/case/people-v-samra"
      },
      "medina": {
        "title": "People v. Medina (2018) 24 Cal.App.5th 61",
        "address": "http://casetext.com/case/people-v-medina-2018"
      },
      "boatwright": {
        "title": "People v. Boatwright (2019) 36 Cal.App.5th 848",
        "address": "https://cetient.com/case/6107533/people-v-boatwright"
      },
      "raybon": {
        "title": "People v. Raybon (2021) 11 Cal.5th 1056",
        "address": "https://law.justia.com/cases/california/supreme-court/2021/s256978.html"
      },
      "bluedoor": {
        "title": "Index of HS 11357 and its neighbours",
        "address": "https://bluedoor.sh/data/sf-superior-court/statutes/HSC-11357"
      },
      "cr400": {
        "title": "Form CR-400, which has a box for 11362.1"
      },
      "lacourt": {
        "title": "HS, Division 10, as the Superior Court of Los Angeles prints it",
        "address": "http://www.lacourt.org/page/EXGV130"
      },
      "autoclearance": {
        "title": "autoclearance, app/classifiers/plea_bargain_classifier.rb: a plea bargain when every count of the arrest is a cannabis count"
      },
      "memory": {
        "title": "HS 11361.8(e), which names 11357 to 11360, from memory",
        "address": "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=11361.8"
      }
    },
    "entries": [
      {
        "offence": "HS 11361",
        "group": "not-amended",
        "words": "Using, or selling or giving to, a person under 18: the Act did not amend the section and 11361.8 does not name it.",
        "source": "samra",
        "mark": "K+",
        "confirm": "The one case found is unpublished; the text of 11361.8(a) and (e) is the authority."
      },
      {
        "offence": "HS 11364",
        "group": "plea-theory",
        "words": "Paraphernalia is not named. It may be the plea of a case that was about cannabis only.",
        "source": "autoclearance",
        "mark": "K+"
      },
      {
        "offence": "HS 11364.7",
        "group": "not-named",
        "words": "Delivering paraphernalia is not named.",
        "source": "memory",
        "mark": "K+"
      },
      {
        "offence": "HS 11365",
        "group": "not-named",
        "words": "Presence where drugs are used is not named.",
        "source": "memory",
        "mark": "K+"
      },
      {
        "offence": "HS 11366",
        "group": "plea-theory",
        "words": "Keeping a place for drugs is not named. It may be the plea of a case that was about cannabis only.",
        "source": "autoclearance",
        "mark": "K+"
      },
      {
        "offence": "HS 11366.5",
        "group": "not-named",
        "words": "Letting a place for drugs is not named.",
        "source": "memory",
        "mark": "K+"
      },
      {
        "offence": "HS 11379.6",
        "group": "not-named",
        "words": "Chemical extraction is not named; the Act did not make it lawful.",
        "source": "memory",
        "mark": "K+"
      },
      {
        "offence": "VC 23222(b)",
        "group": "not-named",
        "words": "Cannabis in a vehicle is not named.",
        "source": "memory",
        "mark": "K+"
      },
      {
        "offence": "PC 32",
        "condition": "the felony that the person was accessory to is one of 11357 to 11360",
        "asks": "object",
        "group": "eligible-by-case",
        "words": "An accessory to a cannabis felony is not categorically ineligible.",
        "source": "boatwright",
        "mark": "F"
      },
      {
        "offence": "PC 182",
        "condition": "the object was one of 11357 to 11360",
        "asks": "object",
        "group": "not-eligible-by-case",
        "words": "A conspiracy is not eligible under 11361.8(e). It may be a wobbler, so that PC 17(b) may help.",
        "source": "medina",
        "mark": "F"
      },
      {
        "offence": "PC 664",
        "condition": "what was attempted is one of 11357 to 11360",
        "asks": "object",
        "group": "attempt",
        "words": "An attempt at what is now no crime, or a misdemeanor, follows its object; the statute does not name attempts.",
        "source": "memory",
        "mark": "K~"
      },
      {
        "offence": "PC 4573",
        "condition": "it was cannabis",
        "asks": "marijuana",
        "group": "in-prison",
        "words": "Bringing drugs into a prison or jail is not reached by the Act.",
        "source": "raybon",
        "mark": "M",
        "confirm": "The case is about possession (4573.6): does it hold for 4573?"
      },
      {
        "offence": "PC 4573.5",
        "condition": "it was cannabis",
        "asks": "marijuana",
        "group": "in-prison",
        "words": "Bringing drugs into a prison or jail is not reached by the Act.",
        "source": "raybon",
        "mark": "M",
        "confirm": "The case is about possession (4573.6): does it hold for 4573.5?"
      },
      {
        "offence": "PC 4573.6",
        "condition": "it was cannabis",
        "asks": "marijuana",
        "group": "in-prison",
        "words": "Possession in a prison or jail stays a felony.",
        "source": "raybon",
        "mark": "F"
      },
      {
        "offence": "PC 4573.8",
        "condition": "it was cannabis",
        "asks": "marijuana",
        "group": "in-prison",
        "words": "Possession in a prison or jail stays a felony.",
        "source": "raybon",
        "mark": "K+",
        "confirm": "The case is about 4573.6: does it hold for 4573.8?"
      },
      {
        "offence": "PC 4573.9",
        "condition": "it was cannabis",
        "asks": "marijuana",
        "group": "in-prison",
        "words": "Selling or giving drugs to a prisoner is not reached by the Act.",
        "source": "raybon",
        "mark": "M",
        "confirm": "The case is about possession (4573.6): does it hold for 4573.9?"
      },
      {
        "offence": "HS 11357.5",
        "group": "other-substance",
        "words": "Synthetic cannabinoids are not cannabis; this is not section 11357.",
        "source": "bluedoor",
        "mark": "F"
      },
      {
        "offence": "HS 11362.1",
        "group": "later-law",
        "words": "The Act made the section; the form CR-400 has a box for it.",
        "source": "cr400",
        "mark": "F"
      },
      {
        "offence": "HS 11362.2",
        "group": "later-law",
        "words": "The Act made the section.",
        "source": "cr400",
        "mark": "K~"
      },
      {
        "offence": "HS 11362.3",
        "group": "later-law",
        "words": "The Act made the section.",
        "source": "cr400",
        "mark": "K~"
      },
      {
        "offence": "HS 11362.4",
        "group": "later-law",
        "words": "The Act made the section.",
        "source": "cr400",
        "mark": "K~"
      },
      {
        "offence": "HS 11530",
        "to": 19721231,
        "outside": "cannot-tell",
        "group": "predecessor",
        "words": "Possession before the code was renumbered. 11361.8 names only 11357 to 11360: a question of policy.",
        "source": "lacourt",
        "mark": "K+",
        "confirm": "Is a predecessor reached by 11361.8(e)? Which day did the new numbers start?"
      },
      {
        "offence": "HS 11530.1",
        "to": 19721231,
        "outside": "cannot-tell",
        "group": "predecessor",
        "words": "Cultivation before the code was renumbered. 11361.8 names only 11357 to 11360: a question of policy.",
        "source": "lacourt",
        "mark": "K+",
        "confirm": "Is a predecessor reached by 11361.8(e)?"
      },
      {
        "offence": "HS 11530.5",
        "to": 19721231,
        "outside": "cannot-tell",
        "group": "predecessor",
        "words": "Possession for sale before the code was renumbered. 11361.8 names only 11357 to 11360: a question of policy.",
        "source": "lacourt",
        "mark": "K+",
        "confirm": "Is a predecessor reached by 11361.8(e)?"
      },
      {
        "offence": "HS 11531",
        "to": 19721231,
        "outside": "cannot-tell",
        "group": "predecessor",
        "words": "Transport or sale before the code was renumbered. 11361.8 names only 11357 to 11360: a question of policy.",
        "source": "lacourt",
        "mark": "K+",
        "confirm": "Is a predecessor reached by 11361.8(e)?"
      },
      {
        "offence": "HS 11532",
        "to": 19721231,
        "group": "predecessor",
        "words": "Minors, before the code was renumbered: the predecessor of 11361, which the Act did not amend. The number is used for another offense today.",
        "source": "lacourt",
        "mark": "K+",
        "confirm": "HS 11532 today is loitering for drugs: from which day?"
      }
    ]
  },
  {
    "list": "california.sex-offences",
    "kind": "statute",
    "title": "Offenses that require registration",
    "citation": "PC 290(c)",
    "decides": "whether HS 11358(d)(1), 11359(c)(1) or 11360(a)(3)(A) lets the People ask for a felony: a conviction of a listed offense, not the status of being registered (PC 290.006 lets a court order registration for other offenses)",
    "attempts": "count",
    "conspiracies": "count",
    "sources": {
      "text": {
        "title": "PC 290(c), text of 2014",
        "address": "https://jurris.com/california/penal-code/290-294/290-1"
      },
      "tail": {
        "title": "Tier 2 exclusionary crimes, which repeats the end of PC 290(c)",
        "address": "https://docslib.org/doc/3907222/tier-2-exclusionary-crimes"
      },
      "csumb": {
        "title": "PC 290, an older text, for former 647a, 314, 272 and 288.2",
        "address": "https://test.csumb.edu/police/registration-sex-offenders-penal-code-290"
      },
      "sb145": {
        "title": "Attorney General, Information Bulletin 21-01-CJIS on SB 145 (Stats. 2020, ch. 79), read in a copy",
        "address": "https://www.oag.ca.gov/sites/all/files/agweb/pdfs/info_bulletins/21-01-cjis.pdf"
      },
      "repeal-262": {
        "title": "San Joaquin County District Attorney, statement on AB 1171, in force on January 1, 2022",
        "address": "https://www.sjgov.org/department/da/press-release/2022/01/04/da-salazar-issues-statement-as-california-ends-era-of-spousal-rape-laws"
      },
      "memory": {
        "title": "PC 290(c) and 287, from memory",
        "address": "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PEN&sectionNum=290"
      }
    },
    "entries": [
      {
        "offence": "PC 187",
        "condition": "it was in the perpetration of, or an attempt at, rape or an act of PC 286, 287 (former 288a), 288 or 289",
        "asks": "felony-murder",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 207",
        "condition": "it was with intent to violate PC 261, 286, 287 (former 288a), 288 or 289",
        "asks": "intent",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 209",
        "condition": "it was with intent to violate PC 261, 286, 287 (former 288a), 288 or 289",
        "asks": "intent",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 220",
        "condition": "the assault was not to commit mayhem",
        "asks": "intent",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 236.1(b)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 236.1(c)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 243.4",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 261(a)(1)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 261(a)(2)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 261(a)(3)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 261(a)(4)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 261(a)(6)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 262(a)(1)",
        "condition": "it involved force or violence and the person was sentenced to state prison",
        "asks": "state-prison",
        "to": 20211231,
        "outside": "cannot-tell",
        "source": "repeal-262",
        "mark": "F"
      },
      {
        "offence": "PC 264.1",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 266",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 266c",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 266h(b)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 266i(b)",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 266j",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 267",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 269",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 285",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 286",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 286(b)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration; not settled for an offense before 2021",
        "asks": "ten-years-older",
        "to": 20201231,
        "source": "sb145",
        "mark": "F",
        "confirm": "SB 145 is silent on offenses before January 1, 2021; PC 290.023 applies the Act whenever the crime was committed. Read here in favour of the person."
      },
      {
        "offence": "PC 286(b)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration",
        "asks": "ten-years-older",
        "from": 20210101,
        "source": "sb145",
        "mark": "F"
      },
      {
        "offence": "PC 287",
        "from": 20190101,
        "outside": "cannot-tell",
        "source": "memory",
        "mark": "K+",
        "confirm": "Former 288a was renumbered 287 on January 1, 2019."
      },
      {
        "offence": "PC 287(b)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration; not settled for an offense before 2021",
        "asks": "ten-years-older",
        "from": 20190101,
        "to": 20201231,
        "outside": "cannot-tell",
        "source": "sb145",
        "mark": "F",
        "confirm": "SB 145 is silent on offenses before January 1, 2021; PC 290.023 applies the Act whenever the crime was committed. Read here in favour of the person."
      },
      {
        "offence": "PC 287(b)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration",
        "asks": "ten-years-older",
        "from": 20210101,
        "outside": "cannot-tell",
        "source": "sb145",
        "mark": "F"
      },
      {
        "offence": "PC 288",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 288a",
        "to": 20181231,
        "outside": "cannot-tell",
        "source": "text",
        "mark": "F",
        "confirm": "Former 288a was renumbered 287 on January 1, 2019."
      },
      {
        "offence": "PC 288a(b)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration; not settled for an offense before 2021",
        "asks": "ten-years-older",
        "to": 20181231,
        "outside": "cannot-tell",
        "source": "sb145",
        "mark": "K~",
        "confirm": "SB 145 names 287(b): does it reach former 288a(b)? Read here in favour of the person."
      },
      {
        "offence": "PC 288.2",
        "condition": "it was a felony",
        "asks": "felony",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 288.3",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 288.4",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 288.5",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 288.7",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 289",
        "source": "text",
        "mark": "F"
      },
      {
        "offence": "PC 289(h)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration; not settled for an offense before 2021",
        "asks": "ten-years-older",
        "to": 20201231,
        "source": "sb145",
        "mark": "F",
        "confirm": "SB 145 is silent on offenses before January 1, 2021; PC 290.023 applies the Act whenever the crime was committed. Read here in favour of the person."
      },
      {
        "offence": "PC 289(h)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration",
        "asks": "ten-years-older",
        "from": 20210101,
        "source": "sb145",
        "mark": "F"
      },
      {
        "offence": "PC 289(i)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration; not settled for an offense before 2021",
        "asks": "ten-years-older",
        "to": 20201231,
        "source": "sb145",
        "mark": "F",
        "confirm": "SB 145 is silent on offenses before January 1, 2021; PC 290.023 applies the Act whenever the crime was committed. Read here in favour of the person."
      },
      {
        "offence": "PC 289(i)",
        "condition": "the person was more than ten years older than the minor, or another conviction requires registration",
        "asks": "ten-years-older",
        "from": 20210101,
        "source": "sb145",
        "mark": "F"
      },
      {
        "offence": "PC 311.1",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.2(b)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.2(c)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.2(d)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.3",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.4",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.10",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 311.11",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 647.6",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 647a",
        "source": "csumb",
        "mark": "F",
        "confirm": "Former section, predecessor of 647.6: from when to when?"
      },
      {
        "offence": "PC 653f(c)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 314(1)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 314(2)",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 314.1",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 314.2",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 272",
        "condition": "the contributing involved lewd or lascivious conduct",
        "asks": "lewd",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 664",
        "condition": "what was attempted is on the list",
        "asks": "object",
        "source": "tail",
        "mark": "F"
      },
      {
        "offence": "PC 182",
        "condition": "the object of the conspiracy is on the list",
        "asks": "object",
        "source": "tail",
        "mark": "F"
      }
    ],
    "open": [
      {
        "citation": "PC 290(c)",
        "source": "memory",
        "mark": "K~",
        "confirm": "Statutory predecessors count: which section numbers, beside 647a and 288a, do rows of before 1976 show?"
      },
      {
        "citation": "PC 290(c)",
        "source": "memory",
        "mark": "K~",
        "confirm": "Convictions in federal and military courts and out-of-state equivalents: the list does not see them."
      }
    ]
  },
  {
    "list": "california.super-strikes",
    "kind": "statute",
    "title": "Super strikes",
    "citation": "PC 667(e)(2)(C)(iv)",
    "decides": "whether HS 11358(d)(1), 11359(c)(1) or 11360(a)(3)(A) lets the People ask for a felony, and what \"unreasonable risk of danger to public safety\" means for a person who is serving (HS 11361.8(b)(2))",
    "attempts": "excluded",
    "conspiracies": "cannot-tell",
    "sources": {
      "lasd": {
        "title": "Los Angeles County Sheriff, newsletter 14-26, prior convictions required for Proposition 47 felony charges",
        "address": "https://pars.lasd.org/Viewer/Manuals/15183/Content/17023"
      },
      "statute": {
        "title": "PC 667(e)(2)(C)(iv), from memory; the kinds of offense are those of the newsletter 14-26",
        "address": "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=PEN&sectionNum=667"
      },
      "tool": {
        "title": "The list of the earlier desktop tool (gogen, data/code_section_matchers.go), not checked case by case"
      },
      "rsp": {
        "title": "rap_sheet_parser, lib/rap_sheet_parser/models/count.rb, its separate list of attempts"
      },
      "repeal-262": {
        "title": "San Joaquin County District Attorney, statement on AB 1171, in force on January 1, 2022",
        "address": "https://www.sjgov.org/department/da/press-release/2022/01/04/da-salazar-issues-statement-as-california-ends-era-of-spousal-rape-laws"
      },
      "weapons": {
        "title": "Deadly Weapons Recodification Act of 2010, operative January 1, 2012",
        "address": "https://www.legalfina.com/en/laws/ca/pen/1/6/~"
      }
    },
    "entries": [
      {
        "offence": "PC 261",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F",
        "confirm": "Which paragraphs of (a) have force as an element, so that the citation alone shows it?"
      },
      {
        "offence": "PC 262",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "to": 20211231,
        "outside": "cannot-tell",
        "group": "I",
        "source": "repeal-262",
        "mark": "F"
      },
      {
        "offence": "PC 264.1",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F",
        "confirm": "Force or violence is an element of acting in concert: may the condition be struck?"
      },
      {
        "offence": "PC 286",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F"
      },
      {
        "offence": "PC 287",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "from": 20190101,
        "outside": "cannot-tell",
        "group": "I",
        "source": "statute",
        "mark": "K+",
        "confirm": "Former 288a was renumbered 287 on January 1, 2019."
      },
      {
        "offence": "PC 288a",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "to": 20181231,
        "outside": "cannot-tell",
        "group": "I",
        "source": "lasd",
        "mark": "F",
        "confirm": "Former 288a was renumbered 287 on January 1, 2019."
      },
      {
        "offence": "PC 288",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F"
      },
      {
        "offence": "PC 288.5",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F",
        "confirm": "WIC 6600.1 counts a child under 14 without force: does that reach clause (iv)(I), which names only 6600(b)?"
      },
      {
        "offence": "PC 289",
        "condition": "it is a felony by force, violence, duress, menace or fear",
        "asks": "force",
        "group": "I",
        "source": "lasd",
        "mark": "F"
      },
      {
        "offence": "PC 207",
        "condition": "it was with intent to commit an offense of WIC 6600(b)",
        "asks": "intent",
        "group": "I",
        "source": "lasd",
        "mark": "F"
      },
      {
        "offence": "PC 220",
        "condition": "it was with intent to commit an offense of WIC 6600(b), not mayhem or another felony",
        "asks": "intent",
        "group": "I",
        "source": "lasd",
        "mark": "F"
      },
      {
        "offence": "PC 286(c)(1)",
        "group": "II",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 287(c)(1)",
        "from": 20190101,
        "outside": "cannot-tell",
        "group": "II",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 288a(c)(1)",
        "to": 20181231,
        "outside": "cannot-tell",
        "group": "II",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 289(j)",
        "group": "II",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 288(a)",
        "group": "III",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 288(b)(1)",
        "group": "III",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 187",
        "group": "IV",
        "attempts": "count",
        "source": "rsp",
        "mark": "K+"
      },
      {
        "offence": "PC 188",
        "group": "IV",
        "attempts": "count",
        "source": "statute",
        "mark": "K+",
        "confirm": "Defines malice; stands here because rows cite it for murder."
      },
      {
        "offence": "PC 189",
        "group": "IV",
        "attempts": "count",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 189.1",
        "group": "IV",
        "attempts": "count",
        "source": "tool",
        "mark": "K~"
      },
      {
        "offence": "PC 189.5",
        "group": "IV",
        "attempts": "count",
        "source": "tool",
        "mark": "K~"
      },
      {
        "offence": "PC 190",
        "group": "IV",
        "attempts": "count",
        "source": "statute",
        "mark": "K+",
        "confirm": "A penalty section; stands here because rows cite it for murder."
      },
      {
        "offence": "PC 190.*",
        "group": "IV",
        "attempts": "count",
        "source": "statute",
        "mark": "K+",
        "confirm": "Penalty sections; stand here because rows cite them for murder."
      },
      {
        "offence": "PC 191",
        "group": "IV",
        "attempts": "count",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 191.5",
        "group": "IV",
        "attempts": "count",
        "source": "rsp",
        "mark": "K+"
      },
      {
        "offence": "PC 653f(b)",
        "group": "V",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 245(d)(3)",
        "group": "VI",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 11418(a)(1)",
        "group": "VII",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 37",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Treason: punishable by life or death?"
      },
      {
        "offence": "PC 128",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Perjury that procures an execution: punishable by life or death?"
      },
      {
        "offence": "PC 205",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Aggravated mayhem: punishable by life?"
      },
      {
        "offence": "PC 209",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Kidnapping for ransom, robbery or a sex offence: always punishable by life? Else only (I), with intent."
      },
      {
        "offence": "PC 209.5",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Kidnapping in a carjacking: punishable by life?"
      },
      {
        "offence": "PC 217.1(b)",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Attempted murder of an official: punishable by life? (a) is not."
      },
      {
        "offence": "PC 218",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Train wrecking: punishable by life?"
      },
      {
        "offence": "PC 219",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Train wrecking: punishable by life or death?"
      },
      {
        "offence": "PC 269",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Aggravated sexual assault of a child: 15 years to life? It is named in (I) as well."
      },
      {
        "offence": "PC 273ab",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Assault on a child that ends in death or coma: every subdivision punishable by life?"
      },
      {
        "offence": "PC 288.7",
        "condition": "it is a serious or violent felony that can be punished by life",
        "asks": "life",
        "group": "VIII",
        "source": "tool",
        "mark": "K-",
        "confirm": "Sexual acts with a child of ten or younger: does it belong to the list?"
      },
      {
        "offence": "PC 451.5",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Aggravated arson: punishable by life?"
      },
      {
        "offence": "PC 667.61",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "A finding, not an offence: does a row that shows it show a life term?"
      },
      {
        "offence": "PC 667.7",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "A finding, not an offence: does a row that shows it show a life term?"
      },
      {
        "offence": "PC 667.71",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "A finding, not an offence: does a row that shows it show a life term?"
      },
      {
        "offence": "PC 4500",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Assault by a person who serves a life term: punishable by life or death?"
      },
      {
        "offence": "PC 11418(b)",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Use of a weapon of mass destruction: every paragraph of (b) punishable by life?"
      },
      {
        "offence": "PC 12308",
        "to": 20111231,
        "outside": "cannot-tell",
        "group": "VIII",
        "source": "weapons",
        "mark": "K~",
        "confirm": "Former section, now 18745: punishable by life?"
      },
      {
        "offence": "PC 12310",
        "to": 20111231,
        "outside": "cannot-tell",
        "group": "VIII",
        "source": "weapons",
        "mark": "K~",
        "confirm": "Former section, now 18755: both subdivisions punishable by life?"
      },
      {
        "offence": "PC 18745",
        "from": 20120101,
        "outside": "cannot-tell",
        "group": "VIII",
        "source": "weapons",
        "mark": "K~",
        "confirm": "Exploding a device with intent to murder: punishable by life?"
      },
      {
        "offence": "PC 18755",
        "from": 20120101,
        "outside": "cannot-tell",
        "group": "VIII",
        "source": "weapons",
        "mark": "K~",
        "confirm": "Exploding a device that kills or maims: both subdivisions punishable by life?"
      },
      {
        "offence": "MV 1672(a)",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Sabotage that kills: punishable by life?"
      },
      {
        "offence": "PC 664",
        "condition": "what was attempted is a homicide of PC 187 to 191.5",
        "asks": "object",
        "source": "statute",
        "mark": "K+"
      },
      {
        "offence": "PC 182",
        "condition": "the object of the conspiracy is on the list, and a conspiracy counts",
        "asks": "object",
        "source": "statute",
        "mark": "M"
      }
    ],
    "combinations": [
      {
        "with": "PC 186.22(b)(4)",
        "of": [
          "PC 136.1",
          "PC 215",
          "PC 213(a)(1)(a)",
          "PC 246",
          "PC 519",
          "PC 12022.55"
        ],
        "within": "charge",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Each with 186.22(b)(4): punishable by life?"
      },
      {
        "with": "PC 186.22(b)(4)",
        "of": [
          "PC 136.1",
          "PC 215",
          "PC 213(a)(1)(a)",
          "PC 246",
          "PC 519",
          "PC 12022.55"
        ],
        "within": "step",
        "group": "VIII",
        "source": "tool",
        "mark": "K~",
        "confirm": "Two convictions of one court action are read as one offense with its enhancement: may they be?"
      }
    ],
    "open": [
      {
        "citation": "PC 667(e)(2)(C)(iv)",
        "source": "statute",
        "mark": "K~",
        "confirm": "Priors of other states, federal and military courts, and juvenile adjudications: the list does not see them; does any count?"
      },
      {
        "citation": "PC 667(e)(2)(C)(iv)",
        "source": "statute",
        "mark": "M",
        "confirm": "A conspiracy to commit a listed offense is answered with \"cannot tell\": does it count, and in which groups?"
      }
    ]
  },
  {
    "list": "desktop-2019.sex-offences",
    "title": "Offenses that require registration, desktop tool 2019",
    "citation": "PC 290(c), as the desktop tool of 2019 listed it; 261.5 stands on that list although the statute leaves it to the court",
    "entries": [
      "PC 236.1(b)",
      "PC 236.1(c)",
      "PC 243.4",
      "PC 261",
      "PC 261.*",
      "PC 262 exactly",
      "PC 262(a) exactly",
      "PC 262(a)(1)",
      "PC 264.1",
      "PC 266",
      "PC 266c",
      "PC 266h(b)",
      "PC 266i(b)",
      "PC 266j",
      "PC 267",
      "PC 269",
      "PC 285",
      "PC 286",
      "PC 287",
      "PC 288",
      "PC 288a",
      "PC 288.2",
      "PC 288.3",
      "PC 288.4",
      "PC 288.5",
      "PC 288.7",
      "PC 289",
      "PC 311.1",
      "PC 311.2(b)",
      "PC 311.2(c)",
      "PC 311.2(d)",
      "PC 311.3",
      "PC 311.4",
      "PC 311.10",
      "PC 311.11",
      "PC 314(1)",
      "PC 314(2)",
      "PC 314.1",
      "PC 314.2",
      "PC 451.5",
      "PC 647.6",
      "PC 647a",
      "PC 653f(b)",
      "PC 653f(c)",
      {
        "offence": "PC 272",
        "condition": "only where the contributing involved lewd conduct"
      }
    ]
  },
  {
    "list": "desktop-2019.super-strikes",
    "title": "Super strikes, desktop tool 2019",
    "citation": "PC 667(e)(2)(C)(iv), as the desktop tool of 2019 listed it; offenses compared by structure, so a section with its subdivision is found and a number that only ends alike is not",
    "entries": [
      "PC 37",
      "PC 128",
      "PC 187",
      "PC 188",
      "PC 189",
      "PC 189.1",
      "PC 189.5",
      "PC 190",
      "PC 190.*",
      "PC 191",
      "PC 191.5",
      "PC 205",
      "PC 207",
      "PC 209",
      "PC 209.5",
      "PC 217.1",
      "PC 218",
      "PC 219",
      "PC 220",
      "PC 245(d)(3)",
      "PC 261",
      "PC 262",
      "PC 264.1",
      "PC 269",
      "PC 273ab",
      "PC 286 exactly",
      "PC 286(c)(1)",
      "PC 286(c)(2)",
      "PC 286(c)(3)",
      "PC 286(d)(1)",
      "PC 286(d)(2)",
      "PC 286(d)(3)",
      "PC 287",
      "PC 288 exactly",
      "PC 288(a)",
      "PC 288(b)(1)",
      "PC 288(b)(2)",
      "PC 288a exactly",
      "PC 288a(d)",
      "PC 288a(c)(1)",
      "PC 288a(c)(2)",
      "PC 288.5",
      "PC 289 exactly",
      "PC 289(j)",
      "PC 289(a)(1)(a)",
      "PC 289(a)(1)(b)",
      "PC 289(a)(1)(c)",
      "PC 289(a)(2)(c)",
      "PC 451.5",
      "PC 653f",
      "PC 667.61",
      "PC 667.7",
      "PC 667.71",
      "PC 4500",
      "PC 11418(a)(1)",
      "PC 11418(b)(1)",
      "PC 11418(b)(2)",
      "PC 12308",
      "PC 12310",
      "PC 18745",
      "PC 18755",
      "MV 1672(a)"
    ],
    "combinations": [
      {
        "with": "PC 186.22(b)(4)",
        "of": [
          "PC 136.1",
          "PC 215",
          "PC 213(a)(1)(a)",
          "PC 246",
          "PC 519",
          "PC 12022.55"
        ],
        "within": "charge"
      }
    ]
  },
  {
    "list": "los-angeles-2020.sex-offences",
    "title": "Offenses that require registration, Los Angeles 2020",
    "citation": "PC 290(c), as the county's tool of 2020 listed it; 261.5 stands on that list although the statute leaves it to the court",
    "entries": [
      "PC 236.1(b)",
      "PC 236.1(c)",
      "PC 243.4",
      "PC 261",
      "PC 261.*",
      "PC 262 exactly",
      "PC 262(a) exactly",
      "PC 262(a)(1)",
      "PC 264.1",
      "PC 266",
      "PC 266c",
      "PC 266h(b)",
      "PC 266i(b)",
      "PC 266j",
      "PC 267",
      "PC 269",
      "PC 285",
      "PC 286",
      "PC 287",
      "PC 288",
      "PC 288a",
      "PC 288.2",
      "PC 288.3",
      "PC 288.4",
      "PC 288.5",
      "PC 288.7",
      "PC 289",
      "PC 311.1",
      "PC 311.2(b)",
      "PC 311.2(c)",
      "PC 311.2(d)",
      "PC 311.3",
      "PC 311.4",
      "PC 311.10",
      "PC 311.11",
      "PC 314(1)",
      "PC 314(2)",
      "PC 314.1",
      "PC 314.2",
      "PC 451.5",
      "PC 647.6",
      "PC 647a",
      "PC 653f(b)",
      "PC 653f(c)",
      {
        "offence": "PC 272",
        "condition": "only where the contributing involved lewd conduct"
      }
    ]
  },
  {
    "list": "los-angeles-2020.super-strikes",
    "title": "Super strikes, Los Angeles 2020",
    "citation": "PC 667(e)(2)(C)(iv), as the county's tool of 2020 listed it; offenses compared by structure, so a section with its subdivision is found and a number that only ends alike is not",
    "entries": [
      "PC 37",
      "PC 128",
      "PC 187",
      "PC 188",
      "PC 189",
      "PC 189.1",
      "PC 189.5",
      "PC 190",
      "PC 190.*",
      "PC 191",
      "PC 191.5",
      "PC 205",
      "PC 207",
      "PC 209",
      "PC 209.5",
      "PC 217.1",
      "PC 218",
      "PC 219",
      "PC 220",
      "PC 245(d)(3)",
      "PC 261",
      "PC 262",
      "PC 264.1",
      "PC 269",
      "PC 273ab",
      "PC 286 exactly",
      "PC 286(c)(1)",
      "PC 286(c)(2)",
      "PC 286(c)(3)",
      "PC 286(d)(1)",
      "PC 286(d)(2)",
      "PC 286(d)(3)",
      "PC 287",
      "PC 288 exactly",
      "PC 288(a)",
      "PC 288(b)(1)",
      "PC 288(b)(2)",
      "PC 288a exactly",
      "PC 288a(d)",
      "PC 288a(c)(1)",
      "PC 288a(c)(2)",
      "PC 288.5",
      "PC 289 exactly",
      "PC 289(j)",
      "PC 289(a)(1)(a)",
      "PC 289(a)(1)(b)",
      "PC 289(a)(1)(c)",
      "PC 289(a)(2)(c)",
      "PC 451.5",
      "PC 653f",
      "PC 667.61",
      "PC 667.7",
      "PC 667.71",
      "PC 4500",
      "PC 11418(a)(1)",
      "PC 11418(b)(1)",
      "PC 11418(b)(2)",
      "PC 12308",
      "PC 12310",
      "PC 18745",
      "PC 18755",
      "MV 1672(a)"
    ],
    "combinations": [
      {
        "with": "PC 186.22(b)(4)",
        "of": [
          "PC 136.1",
          "PC 215",
          "PC 213(a)(1)(a)",
          "PC 246",
          "PC 519",
          "PC 12022.55"
        ],
        "within": "charge"
      },
      {
        "with": "PC 186.22(b)(4)",
        "of": [
          "PC 136.1",
          "PC 215",
          "PC 213(a)(1)(a)",
          "PC 246",
          "PC 519",
          "PC 12022.55"
        ],
        "within": "step"
      }
    ]
  }
];
