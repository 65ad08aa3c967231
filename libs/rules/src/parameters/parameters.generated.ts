// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
import { type ParameterSource } from './parameter';

// libs/rules/src/parameters/values/*.yaml
export const PARAMETERS = {
  "act.in-force": {
    "parameter": "act.in-force",
    "title": "The day on which the Act (Proposition 64) took effect",
    "unit": "date",
    "citation": "Proposition 64, section 8.7, which added HS 11361.8; Cal. Const., art. II, section 10",
    "decides": "whether an offense was committed under the old law, and so whether it can have relief, and how its letter is read",
    "values": [
      {
        "from": 20161109,
        "value": 20161109,
        "source": {
          "title": "Courts of California, Proposition 64",
          "address": "https://courts.ca.gov/prop64.htm"
        },
        "mark": "F",
        "confirm": "One flyer says November 8, the day of the vote. The courts say November 9."
      }
    ]
  },
  "age.adult": {
    "parameter": "age.adult",
    "title": "Age from which the Act punishes as an adult",
    "unit": "years",
    "citation": "HS 11357 to 11360, \"persons at least 18 years of age\"",
    "decides": "whether everything is an infraction (under 18), and that the juvenile forms are the right ones",
    "values": [
      {
        "from": 20161109,
        "value": 18,
        "source": {
          "title": "HS 11357, present text, as the Superior Court of Los Angeles prints it",
          "address": "http://www.lacourt.org/page/EXGV130"
        },
        "mark": "F"
      }
    ]
  },
  "age.lawful-use": {
    "parameter": "age.lawful-use",
    "title": "Age from which use is lawful",
    "unit": "years",
    "citation": "HS 11362.1(a)",
    "decides": "whether the conduct is no offense under the Act; the age is that at the offense",
    "values": [
      {
        "from": 20161109,
        "value": 21,
        "source": {
          "title": "People v. Wilbarn (2021), which quotes 11362.1 (unpublished, not to be cited)",
          "address": "https://ebench-dev.greeninfo.org/state/california/cases/190498224-people-v-wilbarn"
        },
        "mark": "F"
      }
    ]
  },
  "concentrate.misdemeanor-from": {
    "parameter": "concentrate.misdemeanor-from",
    "title": "The day from which old HS 11357(a), concentrated cannabis, is a misdemeanor",
    "unit": "date",
    "citation": "HS 11357(a), as amended by Proposition 47",
    "decides": "the grade that old 11357(a) had at the offense; before, it was a wobbler",
    "values": [
      {
        "from": 20141105,
        "value": 20141105,
        "source": {
          "title": "Fox Law, penalties for possession of marijuana in California",
          "address": "https://foxlawfresno.com/blog/penalties-for-marijuana-possession-in-california"
        },
        "mark": "F"
      }
    ]
  },
  "judgment.final-days": {
    "parameter": "judgment.final-days",
    "title": "Days within which an appeal can be taken, after which a judgment without one is final",
    "unit": "days",
    "citation": "Cal. Rules of Court, rule 8.308(a) (felony); rule 8.853(a) (misdemeanor, 30 days)",
    "decides": "from which day the two years of HS 11361.7(a) surely run; between the conviction and that day it is open",
    "values": [
      {
        "from": 19760101,
        "value": 60,
        "source": {
          "title": "Cal. Rules of Court, rule 8.308, from memory",
          "address": "https://www.courts.ca.gov/cms/rules/index.cfm?title=eight&linkid=rule8_308"
        },
        "mark": "K+",
        "confirm": "The longer of the two times is taken for every grade. A judgment that was appealed became final later, and no row shows it."
      }
    ]
  },
  "limit.cannabis-grams": {
    "parameter": "limit.cannabis-grams",
    "title": "Cannabis, not concentrated, that a person of 21 may have",
    "unit": "grams",
    "citation": "HS 11362.1(a)(1), and 11357(a), 11360(b)",
    "decides": "whether possession, transport or gift is no offense at 21, and an infraction from 18 to 20",
    "values": [
      {
        "from": 20161109,
        "value": 28.5,
        "source": {
          "title": "People v. Wilbarn (2021), which quotes 11362.1 (unpublished, not to be cited)",
          "address": "https://ebench-dev.greeninfo.org/state/california/cases/190498224-people-v-wilbarn"
        },
        "mark": "F"
      }
    ]
  },
  "limit.concentrate-grams-for-relief": {
    "parameter": "limit.concentrate-grams-for-relief",
    "title": "Concentrated cannabis up to which the conduct counts as lawful at 21, for relief under HS 11361.8",
    "unit": "grams",
    "citation": "HS 11362.1(a)(2), read with 11361.8 \"had that act been in effect at the time of the offense\"",
    "decides": "whether old 11357(a) is dismissed and sealed, or redesignated as a misdemeanor",
    "values": [
      {
        "from": 20161109,
        "value": 8,
        "source": {
          "title": "AB 1793 (Stats. 2018, ch. 993), digest",
          "address": "https://legiscan.com/CA/text/AB1793/id/1821973/California-2017-AB1793-Chaptered.html"
        },
        "mark": "K~",
        "confirm": "Eight grams of 11362.1 was found. Is it the yardstick, and not the four of 11357 as voted?"
      }
    ]
  },
  "limit.concentrate-grams": {
    "parameter": "limit.concentrate-grams",
    "title": "Concentrated cannabis that HS 11357 punishes least",
    "unit": "grams",
    "citation": "HS 11357(a) and (b)",
    "decides": "what an offense of after the Act is; relief for older ones uses limit.concentrate-grams-for-relief",
    "values": [
      {
        "from": 20161109,
        "value": 4,
        "source": {
          "title": "Shouse Law, which still prints four grams",
          "address": "https://www.shouselaw.com/ca/blog/marijuana-laws/i-have-a-past-conviction-for-possessingsellingcultivating-marijuana-can-i-get-my-pot-conviction-expunged-now-that-marijuana-is-legal-in-california/"
        },
        "mark": "K+",
        "confirm": "Did 11357 as voted say four grams while 11362.1 said eight?"
      },
      {
        "from": 20170627,
        "value": 8,
        "source": {
          "title": "HS 11357, present text (eight grams), as the Superior Court of Los Angeles prints it",
          "address": "http://www.lacourt.org/page/EXGV130"
        },
        "mark": "K~",
        "confirm": "The amount was found; the day was not. SB 94 (Stats. 2017, ch. 27) amended 11357 and took effect on June 27, 2017; an index dates the present version September 16, 2017 (AB 133)."
      }
    ]
  },
  "limit.plants": {
    "parameter": "limit.plants",
    "title": "Living plants that a person of 21 may grow",
    "unit": "plants",
    "citation": "HS 11362.1(a)(3), and 11358(b), (c)",
    "decides": "whether cultivation is no offense at 21, an infraction from 18 to 20, or a misdemeanor",
    "values": [
      {
        "from": 20161109,
        "value": 6,
        "source": {
          "title": "Courts of California, Proposition 64",
          "address": "https://courts.ca.gov/prop64.htm"
        },
        "mark": "F"
      }
    ]
  },
  "list.challenge-deadline": {
    "parameter": "list.challenge-deadline",
    "title": "The day by which the prosecution could challenge a case of the list",
    "unit": "date",
    "citation": "HS 11361.9(b) and (c), AB 1793 (Stats. 2018, ch. 993)",
    "decides": "whether a case of the list that was not challenged is owed an order; it never takes relief away",
    "values": [
      {
        "from": 20190101,
        "value": 20200701,
        "source": {
          "title": "AB 1793",
          "address": "https://legiscan.com/CA/text/AB1793/id/1821973/California-2017-AB1793-Chaptered.html"
        },
        "mark": "F",
        "confirm": "The letters of the subdivisions after AB 1706."
      }
    ]
  },
  "list.order-deadline": {
    "parameter": "list.order-deadline",
    "title": "The day by which the court was to issue the order for an unchallenged case",
    "unit": "date",
    "citation": "HS 11361.9, AB 1706 (Stats. 2022, ch. 387)",
    "decides": "whether such an order is overdue; it never takes relief away",
    "values": [
      {
        "from": 20230101,
        "value": 20230301,
        "source": {
          "title": "AB 1706, digest",
          "address": "https://legiscan.com/CA/text/AB1706/id/2604493"
        },
        "mark": "V",
        "confirm": "The letter of the subdivision."
      }
    ]
  },
  "list.published": {
    "parameter": "list.published",
    "title": "The day by which the Department of Justice gave the prosecution its list",
    "unit": "date",
    "citation": "HS 11361.9(a), AB 1793 (Stats. 2018, ch. 993)",
    "decides": "how a row that is on the list is read",
    "values": [
      {
        "from": 20190101,
        "value": 20190701,
        "source": {
          "title": "AB 1793",
          "address": "https://legiscan.com/CA/text/AB1793/id/1821973/California-2017-AB1793-Chaptered.html"
        },
        "mark": "F"
      }
    ]
  },
  "longest-time-to-charge": {
    "parameter": "longest-time-to-charge",
    "title": "Longest usual time between a misdemeanor of HS 11357 to 11360 and its charge",
    "unit": "years",
    "citation": "PC 802(a)",
    "decides": "how far before the arrest or the conviction an offense without a date can lie, so that an age band may still be certain",
    "values": [
      {
        "from": 19850101,
        "value": 1,
        "source": {
          "title": "Shouse Law, PC 802, which prints the text",
          "address": "https://shouselaw.com/ca/defense/penal-code/802"
        },
        "mark": "F",
        "confirm": "One year is the text. As a bound it leaves out tolling (PC 803) and trials long after the charge; the day from which 802 stands so is from memory."
      }
    ]
  },
  "old-conviction.years": {
    "parameter": "old-conviction.years",
    "title": "Years after which a listed conviction is no longer accurate, relevant, timely or complete",
    "unit": "years",
    "citation": "HS 11361.7(a), and 11361.5(a)",
    "decides": "that such a conviction breaks neither a clean time nor \"only cannabis\", and that its record is to be destroyed",
    "values": [
      {
        "from": 19760101,
        "value": 2,
        "source": {
          "title": "HS 11361.7",
          "address": "https://law.onecle.com/california/health/11361.7.html"
        },
        "mark": "F",
        "confirm": "In force from January 1, 1976? That day is from memory, and the two years run from when the conviction became final."
      }
    ]
  },
  "possession.infraction-from": {
    "parameter": "possession.infraction-from",
    "title": "The day from which old HS 11357(b) is an infraction",
    "unit": "date",
    "citation": "HS 11357(b), SB 1449 (Stats. 2010, ch. 708)",
    "decides": "the grade that old 11357(b) had at the offense",
    "values": [
      {
        "from": 20110101,
        "value": 20110101,
        "source": {
          "title": "Fox Law, penalties for possession of marijuana in California",
          "address": "https://foxlawfresno.com/blog/penalties-for-marijuana-possession-in-california"
        },
        "mark": "F",
        "confirm": "The number of the statute is from memory."
      }
    ]
  },
  "possession.letters-from": {
    "parameter": "possession.letters-from",
    "title": "The day from which HS 11357 has the letters of the Moscone Act",
    "unit": "date",
    "citation": "HS 11357, Stats. 1975, ch. 248",
    "decides": "how a letter of 11357 before the Act is read; before that day possession was a felony or a wobbler without them",
    "values": [
      {
        "from": 19760101,
        "value": 19760101,
        "source": {
          "title": "Stats. 1975, ch. 248 (SB 95, Moscone), from memory"
        },
        "mark": "K+",
        "confirm": "The number and the day of the statute."
      }
    ]
  },
  "priors.same-section": {
    "parameter": "priors.same-section",
    "title": "Prior convictions of the same section from which the People may ask for a felony",
    "unit": "convictions",
    "citation": "HS 11358(d)(2), 11359(c)(2), 11360(a)(3)(B)",
    "decides": "whether the People have a ground to challenge redesignation",
    "values": [
      {
        "from": 20161109,
        "value": 2,
        "source": {
          "title": "Shouse Law, HS 11359, which prints the text",
          "address": "https://shouselawdev.wpengine.com/ca/defense/health-and-safety-code/11359"
        },
        "mark": "F",
        "confirm": "The text counts convictions under the misdemeanor paragraph, which did not exist before the Act. Do older convictions of the section count?"
      }
    ]
  },
  "prosecution.felony-years": {
    "parameter": "prosecution.felony-years",
    "title": "Longest usual time between a felony of HS 11357 to 11360 and its charge",
    "unit": "years",
    "citation": "PC 801",
    "decides": "how far before the arrest or the conviction an offense without a date can lie, so that an age band may still be certain",
    "values": [
      {
        "from": 19850101,
        "value": 3,
        "source": {
          "title": "Shouse Law, PC 801, which prints the text",
          "address": "https://www.shouselaw.com/ca/defense/penal-code/801/"
        },
        "mark": "F",
        "confirm": "Three years is the text. As a bound it leaves out tolling (PC 803) and trials long after the charge, so a late conviction without an arrest is asked about and never taken for one of after the Act; the day from which 801 stands so is from memory."
      }
    ]
  },
  "recodification": {
    "parameter": "recodification",
    "title": "The day on which HS 11530 to 11532 became 11357 to 11361",
    "unit": "date",
    "citation": "Stats. 1972, ch. 1407, which repealed and added HS, Division 10",
    "decides": "which numbers an old row can show, and that a predecessor is a question of policy",
    "values": [
      {
        "from": 19730101,
        "value": 19730101,
        "source": {
          "title": "HS, Division 10, \"repealed and added by Stats. 1972, Ch. 1407\"",
          "address": "http://www.lacourt.org/page/EXGV130"
        },
        "mark": "K-",
        "confirm": "The statute was found, the day was not. It may be March 7, 1973, when the session's statutes took effect. A row of an earlier day that shows a new number (HS 11357 of 1966) is read as of the new section, and decided."
      }
    ]
  },
  "transport.for-sale-only-from": {
    "parameter": "transport.for-sale-only-from",
    "title": "The day from which \"transport\" in HS 11360 means for sale",
    "unit": "date",
    "citation": "HS 11360, AB 730 (Stats. 2015, ch. 77)",
    "decides": "whether an older conviction for transport may have been for personal use, so that the conduct is no offense under the Act",
    "values": [
      {
        "from": 20160101,
        "value": 20160101,
        "source": {
          "title": "AB 730 (Stats. 2015, ch. 77), from memory"
        },
        "mark": "K+",
        "confirm": "The number and the day of the statute."
      }
    ]
  }
} as const satisfies Readonly<Record<string, ParameterSource>>;
