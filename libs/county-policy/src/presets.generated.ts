// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
// libs/county-policy/src/presets/*.yaml
export const PRESET_TEXTS: Readonly<Record<string, string>> = {
  "california-statute": "# What the statute gives, and nothing beside it: the floor under every policy for filing.\npolicy: california-statute\nkind: filing\ntitle: California, HS 11361.8 as it stands\napproved:\n  by: The Legislature and the voters of California\n  on: 2022-09-18\n  words: >-\n    HS 11361.8 and 11361.9 (Proposition 64; AB 1793; AB 1706). Where the text leaves something open, the person has what is\n    presumed, and counsel is asked.\nstatute:\n  presume: lowest-grade\n  priors of the section: challenge\n  attempts: ask\n  predecessors: ask\n",
  "desktop-2019-default": "# The earlier desktop tool with the options that it started with, as a replay: for comparison, not for filing.\npolicy: desktop-2019-default\nkind: replay\ntitle: Desktop tool, 2019, its default options\napproved:\n  by: The desktop tool's defaults\n  on: 2019-07-17\n  words: >-\n    All felonies of 11357 to 11360 are dismissed; misdemeanors and infractions always are. The additional relief applies only\n    to convictions that an office chose to reduce.\neligibilityConfig:\n  baselineEligibility:\n    dismiss: ['11357', '11358', '11359', '11360']\n    reduce: []\n  additionalRelief:\n    subjectUnder21AtConviction: false\n    subjectAgeThreshold: 0\n    yearsSinceConvictionThreshold: 5\n    yearsCrimeFreeThreshold: 5\n    subjectHasOnlyProp64Charges: true\n    subjectIsDeceased: false\n",
  "dismiss-all": "# Every conviction of HS 11357 to 11360 is dismissed and sealed: attempts, conspiracies and the sections of before 1973 too.\npolicy: dismiss-all\nkind: filing\ntitle: Every cannabis conviction dismissed and sealed\napproved:\n  by: The office that files under it\n  on: 2026-01-02\n  words: >-\n    Beyond what HS 11361.8 gives, the People elect to have every conviction of HS 11357 to 11360 dismissed and sealed, whatever\n    the person's age and record. An office writes its own approval and authority before it files.\nelections:\n  - code: all-cannabis\n    when: [{ is: section-is, sections: ['11357', '11358', '11359', '11360'] }]\n    then: { outcome: dismiss-and-seal, reason: All convictions of HS 11357 to 11360 }\n    authority: >-\n      [Counsel states here the authority for dismissing and sealing convictions of Health and Safety Code sections 11357 to 11360\n      beyond section 11361.8.]\n  - code: all-predecessors\n    when: [{ is: section-is, sections: ['11530', '11530.1', '11530.5', '11531'] }]\n    then: { outcome: dismiss-and-seal, reason: All convictions of the sections that stood for them until 1973 }\n    authority: >-\n      [Counsel states here the authority for dismissing and sealing convictions of Health and Safety Code sections 11530, 11530.1,\n      11530.5 and 11531, which became sections 11357 to 11360.]\n",
  "los-angeles-2020": "# What Los Angeles County ran in 2020, as a replay: for comparison, not for filing.\npolicy: los-angeles-2020\nkind: replay\ntitle: Los Angeles County, 2020\napproved:\n  by: Los Angeles County District Attorney\n  on: 2020-02-13\n  words: >-\n    Felonies of before November 9, 2016 are dismissed for people of 50 or older, of 21 or younger, without a conviction in ten\n    years, or with only cannabis convictions and no sentence left to serve; earlier super strikes, sex offenses and two priors of\n    the section exclude. Non-felonies go to the city attorneys.\nlists:\n  superStrikes: los-angeles-2020.super-strikes\n  sexOffences: los-angeles-2020.sex-offences\nsteps:\n  - code: not-a-felony\n    when: [{ is: not-a-felony }]\n    then:\n      outcome: refer-to-other-prosecutor\n      determination: To be reviewed by City Attorneys\n      reason: Misdemeanor or Infraction\n      prosecutor: CITY ATTORNEYS IN LOS ANGELES COUNTY\n  - code: after-2016-11-09\n    # The day itself counts as after.\n    when: [{ is: convicted-on-or-after, date: 2016-11-09 }]\n    then: { outcome: not-eligible, reason: Occurred after 11/09/2016 }\n  - code: section-11357-a-b\n    when: [{ is: subdivision-is, sections: ['11357'], letters: [a, b] }]\n    then: { outcome: dismiss-and-seal, reason: 11357(a) or 11357(b) }\n  - code: section-11357-other\n    when: [{ is: section-is, sections: ['11357'] }]\n    then: { outcome: review, reason: Other 11357, question: attorney-review }\n  - code: prior-super-strike\n    when: [{ is: prior-super-strike }]\n    then: { outcome: not-eligible, reason: PC 667(e)(2)(c)(iv) }\n  - code: prior-sex-offence\n    when: [{ is: prior-sex-offence }]\n    then: { outcome: not-eligible, reason: PC 290 }\n  - code: two-priors\n    when: [{ is: priors-of-same-section, count: 2 }]\n    then: { outcome: not-eligible, reason: Two priors }\n  - code: age-50\n    when: [{ is: age-at-least, years: 50 }]\n    then: { outcome: dismiss-and-seal, reason: 50 years or older }\n  - code: age-21\n    # At the conviction, up to the day before the 22nd birthday. As it ran, the age on the as-of date was asked by mistake.\n    when: [{ is: younger-at-conviction, years: 22 }]\n    then: { outcome: dismiss-and-seal, reason: 21 years or younger }\n  - code: only-cannabis-completed\n    when: [{ is: only-cannabis }, { is: sentences-completed }]\n    then: { outcome: dismiss-and-seal, reason: Only has 11357-60 charges and completed sentence }\n  - code: serving-a-sentence\n    # As it ran, the ten years came first, and a sentence of 25 years from 2005 was overlooked.\n    when: [{ is: serving-a-sentence }]\n    then: { outcome: review, reason: Currently serving sentence, question: attorney-review }\n  - code: ten-years-clean\n    when: [{ is: no-conviction-in-years, years: 10 }]\n    then: { outcome: dismiss-and-seal, reason: No convictions in past 10 years }\n  - code: deceased\n    when: [{ is: deceased }]\n    then: { outcome: dismiss-and-seal, reason: Deceased }\notherwise: { outcome: review, reason: No applicable eligibility criteria, question: attorney-review }\n",
  "los-angeles": "# The statute, and what Los Angeles County announced on February 13, 2020 that it elects beyond it. What was run in 2020 is the replay\n# los-angeles-2020.\npolicy: los-angeles\nkind: filing\ntitle: Los Angeles County, the statute and its elections of 2020\napproved:\n  by: Los Angeles County District Attorney\n  on: 2020-02-13\n  words: >-\n    Beyond the statute, convictions are dismissed and sealed of people who are 50 or older, who were under 21 at the offense, who\n    have had no conviction in ten years, or who have only cannabis convictions and have completed their sentences. As it was run,\n    nothing was elected for an earlier super strike or sex offense, for two priors of the section, or after November 8, 2016.\nelect nothing when:\n  - { is: offence-on-or-after, date: 2016-11-09 }\n  - { is: prior-super-strike }\n  - { is: prior-sex-offence }\n  - { is: priors-of-same-section, count: 2 }\nelections:\n  - code: age-50\n    when:\n      - { is: age-at-least, years: 50 }\n      - { is: section-is, sections: ['11357', '11358', '11359', '11360'] }\n    then: { outcome: dismiss-and-seal, reason: 50 years or older }\n    authority: >-\n      [Counsel states here the authority for relief beyond section 11361.8 for people who are 50 or older, announced by the\n      District Attorney on February 13, 2020.]\n  - code: under-21\n    when:\n      - { is: younger-at-offence, years: 21 }\n      - { is: section-is, sections: ['11357', '11358', '11359', '11360'] }\n    then: { outcome: dismiss-and-seal, reason: Under 21 at the offense }\n    authority: >-\n      [Counsel states here the authority for relief beyond section 11361.8 for people who were under 21 at the offense, announced by the\n      District Attorney on February 13, 2020.]\n  - code: ten-years\n    when:\n      - { is: clean-time, years: 10 }\n      - { is: section-is, sections: ['11357', '11358', '11359', '11360'] }\n    then: { outcome: dismiss-and-seal, reason: No convictions in past 10 years }\n    authority: >-\n      [Counsel states here the authority for relief beyond section 11361.8 for people who have had no conviction in ten years, announced by the\n      District Attorney on February 13, 2020.]\n  - code: only-cannabis\n    when:\n      - { is: only-cannabis-counts }\n      - { is: sentences-completed }\n      - { is: section-is, sections: ['11357', '11358', '11359', '11360'] }\n    then: { outcome: dismiss-and-seal, reason: Only cannabis convictions and completed sentence }\n    authority: >-\n      [Counsel states here the authority for relief beyond section 11361.8 for people who have only cannabis convictions and have completed their sentences, announced by the\n      District Attorney on February 13, 2020.]\n"
};

export const PRESET_DATA: Readonly<Record<string, unknown>> = {
  "california-statute": {
    "policy": "california-statute",
    "kind": "filing",
    "title": "California, HS 11361.8 as it stands",
    "approved": {
      "by": "The Legislature and the voters of California",
      "on": "2022-09-18",
      "words": "HS 11361.8 and 11361.9 (Proposition 64; AB 1793; AB 1706). Where the text leaves something open, the person has what is presumed, and counsel is asked."
    },
    "statute": {
      "presume": "lowest-grade",
      "priors of the section": "challenge",
      "attempts": "ask",
      "predecessors": "ask"
    }
  },
  "desktop-2019-default": {
    "policy": "desktop-2019-default",
    "kind": "replay",
    "title": "Desktop tool, 2019, its default options",
    "approved": {
      "by": "The desktop tool's defaults",
      "on": "2019-07-17",
      "words": "All felonies of 11357 to 11360 are dismissed; misdemeanors and infractions always are. The additional relief applies only to convictions that an office chose to reduce."
    },
    "eligibilityConfig": {
      "baselineEligibility": {
        "dismiss": [
          "11357",
          "11358",
          "11359",
          "11360"
        ],
        "reduce": []
      },
      "additionalRelief": {
        "subjectUnder21AtConviction": false,
        "subjectAgeThreshold": 0,
        "yearsSinceConvictionThreshold": 5,
        "yearsCrimeFreeThreshold": 5,
        "subjectHasOnlyProp64Charges": true,
        "subjectIsDeceased": false
      }
    }
  },
  "dismiss-all": {
    "policy": "dismiss-all",
    "kind": "filing",
    "title": "Every cannabis conviction dismissed and sealed",
    "approved": {
      "by": "The office that files under it",
      "on": "2026-01-02",
      "words": "Beyond what HS 11361.8 gives, the People elect to have every conviction of HS 11357 to 11360 dismissed and sealed, whatever the person's age and record. An office writes its own approval and authority before it files."
    },
    "elections": [
      {
        "code": "all-cannabis",
        "when": [
          {
            "is": "section-is",
            "sections": [
              "11357",
              "11358",
              "11359",
              "11360"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "All convictions of HS 11357 to 11360"
        },
        "authority": "[Counsel states here the authority for dismissing and sealing convictions of Health and Safety Code sections 11357 to 11360 beyond section 11361.8.]"
      },
      {
        "code": "all-predecessors",
        "when": [
          {
            "is": "section-is",
            "sections": [
              "11530",
              "11530.1",
              "11530.5",
              "11531"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "All convictions of the sections that stood for them until 1973"
        },
        "authority": "[Counsel states here the authority for dismissing and sealing convictions of Health and Safety Code sections 11530, 11530.1, 11530.5 and 11531, which became sections 11357 to 11360.]"
      }
    ]
  },
  "los-angeles-2020": {
    "policy": "los-angeles-2020",
    "kind": "replay",
    "title": "Los Angeles County, 2020",
    "approved": {
      "by": "Los Angeles County District Attorney",
      "on": "2020-02-13",
      "words": "Felonies of before November 9, 2016 are dismissed for people of 50 or older, of 21 or younger, without a conviction in ten years, or with only cannabis convictions and no sentence left to serve; earlier super strikes, sex offenses and two priors of the section exclude. Non-felonies go to the city attorneys."
    },
    "lists": {
      "superStrikes": "los-angeles-2020.super-strikes",
      "sexOffences": "los-angeles-2020.sex-offences"
    },
    "steps": [
      {
        "code": "not-a-felony",
        "when": [
          {
            "is": "not-a-felony"
          }
        ],
        "then": {
          "outcome": "refer-to-other-prosecutor",
          "determination": "To be reviewed by City Attorneys",
          "reason": "Misdemeanor or Infraction",
          "prosecutor": "CITY ATTORNEYS IN LOS ANGELES COUNTY"
        }
      },
      {
        "code": "after-2016-11-09",
        "when": [
          {
            "is": "convicted-on-or-after",
            "date": "2016-11-09"
          }
        ],
        "then": {
          "outcome": "not-eligible",
          "reason": "Occurred after 11/09/2016"
        }
      },
      {
        "code": "section-11357-a-b",
        "when": [
          {
            "is": "subdivision-is",
            "sections": [
              "11357"
            ],
            "letters": [
              "a",
              "b"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "11357(a) or 11357(b)"
        }
      },
      {
        "code": "section-11357-other",
        "when": [
          {
            "is": "section-is",
            "sections": [
              "11357"
            ]
          }
        ],
        "then": {
          "outcome": "review",
          "reason": "Other 11357",
          "question": "attorney-review"
        }
      },
      {
        "code": "prior-super-strike",
        "when": [
          {
            "is": "prior-super-strike"
          }
        ],
        "then": {
          "outcome": "not-eligible",
          "reason": "PC 667(e)(2)(c)(iv)"
        }
      },
      {
        "code": "prior-sex-offence",
        "when": [
          {
            "is": "prior-sex-offence"
          }
        ],
        "then": {
          "outcome": "not-eligible",
          "reason": "PC 290"
        }
      },
      {
        "code": "two-priors",
        "when": [
          {
            "is": "priors-of-same-section",
            "count": 2
          }
        ],
        "then": {
          "outcome": "not-eligible",
          "reason": "Two priors"
        }
      },
      {
        "code": "age-50",
        "when": [
          {
            "is": "age-at-least",
            "years": 50
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "50 years or older"
        }
      },
      {
        "code": "age-21",
        "when": [
          {
            "is": "younger-at-conviction",
            "years": 22
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "21 years or younger"
        }
      },
      {
        "code": "only-cannabis-completed",
        "when": [
          {
            "is": "only-cannabis"
          },
          {
            "is": "sentences-completed"
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "Only has 11357-60 charges and completed sentence"
        }
      },
      {
        "code": "serving-a-sentence",
        "when": [
          {
            "is": "serving-a-sentence"
          }
        ],
        "then": {
          "outcome": "review",
          "reason": "Currently serving sentence",
          "question": "attorney-review"
        }
      },
      {
        "code": "ten-years-clean",
        "when": [
          {
            "is": "no-conviction-in-years",
            "years": 10
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "No convictions in past 10 years"
        }
      },
      {
        "code": "deceased",
        "when": [
          {
            "is": "deceased"
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "Deceased"
        }
      }
    ],
    "otherwise": {
      "outcome": "review",
      "reason": "No applicable eligibility criteria",
      "question": "attorney-review"
    }
  },
  "los-angeles": {
    "policy": "los-angeles",
    "kind": "filing",
    "title": "Los Angeles County, the statute and its elections of 2020",
    "approved": {
      "by": "Los Angeles County District Attorney",
      "on": "2020-02-13",
      "words": "Beyond the statute, convictions are dismissed and sealed of people who are 50 or older, who were under 21 at the offense, who have had no conviction in ten years, or who have only cannabis convictions and have completed their sentences. As it was run, nothing was elected for an earlier super strike or sex offense, for two priors of the section, or after November 8, 2016."
    },
    "elect nothing when": [
      {
        "is": "offence-on-or-after",
        "date": "2016-11-09"
      },
      {
        "is": "prior-super-strike"
      },
      {
        "is": "prior-sex-offence"
      },
      {
        "is": "priors-of-same-section",
        "count": 2
      }
    ],
    "elections": [
      {
        "code": "age-50",
        "when": [
          {
            "is": "age-at-least",
            "years": 50
          },
          {
            "is": "section-is",
            "sections": [
              "11357",
              "11358",
              "11359",
              "11360"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "50 years or older"
        },
        "authority": "[Counsel states here the authority for relief beyond section 11361.8 for people who are 50 or older, announced by the District Attorney on February 13, 2020.]"
      },
      {
        "code": "under-21",
        "when": [
          {
            "is": "younger-at-offence",
            "years": 21
          },
          {
            "is": "section-is",
            "sections": [
              "11357",
              "11358",
              "11359",
              "11360"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "Under 21 at the offense"
        },
        "authority": "[Counsel states here the authority for relief beyond section 11361.8 for people who were under 21 at the offense, announced by the District Attorney on February 13, 2020.]"
      },
      {
        "code": "ten-years",
        "when": [
          {
            "is": "clean-time",
            "years": 10
          },
          {
            "is": "section-is",
            "sections": [
              "11357",
              "11358",
              "11359",
              "11360"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "No convictions in past 10 years"
        },
        "authority": "[Counsel states here the authority for relief beyond section 11361.8 for people who have had no conviction in ten years, announced by the District Attorney on February 13, 2020.]"
      },
      {
        "code": "only-cannabis",
        "when": [
          {
            "is": "only-cannabis-counts"
          },
          {
            "is": "sentences-completed"
          },
          {
            "is": "section-is",
            "sections": [
              "11357",
              "11358",
              "11359",
              "11360"
            ]
          }
        ],
        "then": {
          "outcome": "dismiss-and-seal",
          "reason": "Only cannabis convictions and completed sentence"
        },
        "authority": "[Counsel states here the authority for relief beyond section 11361.8 for people who have only cannabis convictions and have completed their sentences, announced by the District Attorney on February 13, 2020.]"
      }
    ]
  }
};
