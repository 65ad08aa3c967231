// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
import { type ProsecutingAgencies } from './prosecuting-agency';

// libs/rules/src/parameters/prosecuting-agencies.yaml
export const PROSECUTING_AGENCIES: ProsecutingAgencies = {
  "table": "prosecuting-agencies",
  "title": "Who prosecutes",
  "citation": "Gov. Code 41803.5 and city charters; PC 19.7 and 17",
  "decides": "which agency reviews a conviction and signs its papers; the other agency's cases get a package of their own",
  "police": [
    "CAPD {place}",
    "CAPD{place}",
    "PD {place}",
    "{place} PD",
    "{place} POLICE DEPARTMENT",
    "{place} POLICE DEPT"
  ],
  "courts": [
    "CAMC {place}",
    "CAMC{place}",
    "MC {place}",
    "{place} MC",
    "{place} MUNICIPAL COURT"
  ],
  "sources": {
    "lat2020": {
      "title": "Los Angeles Times, February 13, 2020; about 4,000 misdemeanors in ten cities",
      "address": "https://www.latimes.com/california/story/2020-02-13/la-district-attorney-clear-marijuana-convictions"
    },
    "lro": {
      "title": "The ten cities of the District Attorney's announcement of February 2020",
      "address": "https://localrecordsoffices.com/over-66000-los-angeles-county-residents-with-marijuana-convictions-are-about-to-get-a-clean-record/"
    },
    "reiter": {
      "title": "In-house city attorneys of Southern California (2011), with who prosecutes misdemeanors of state law",
      "address": "https://michaelreiterlaw.wordpress.com/2011/08/29/in-house-city-attorneys-offices-in-southern-california/"
    },
    "fbi": {
      "title": "Agency codes of the FBI's crime data, as public programs repeat them"
    },
    "memory": {
      "title": "From memory"
    }
  },
  "counties": [
    {
      "county": "LOS ANGELES",
      "agencies": [
        {
          "agency": "LOS ANGELES CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "LOS ANGELES"
          ],
          "courts": [
            "LOS ANGELES",
            "LOS ANGELES METRO",
            "VAN NUYS",
            "WEST LOS ANGELES"
          ],
          "ori": [
            "CA0194200"
          ],
          "source": "lat2020",
          "mark": "F",
          "oriSource": "fbi",
          "oriMark": "K+"
        },
        {
          "agency": "LONG BEACH CITY PROSECUTOR",
          "kind": "city-prosecutor",
          "places": [
            "LONG BEACH",
            "LONG BCH"
          ],
          "courts": [
            "LONG BEACH",
            "LONG BCH"
          ],
          "ori": [
            "CA0194100"
          ],
          "source": "reiter",
          "mark": "F",
          "oriSource": "fbi",
          "oriMark": "K+"
        },
        {
          "agency": "TORRANCE CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "TORRANCE"
          ],
          "courts": [],
          "ori": [],
          "source": "lro",
          "mark": "F"
        },
        {
          "agency": "PASADENA CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "PASADENA"
          ],
          "courts": [
            "PASADENA"
          ],
          "ori": [],
          "source": "reiter",
          "mark": "F"
        },
        {
          "agency": "INGLEWOOD CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "INGLEWOOD"
          ],
          "courts": [
            "INGLEWOOD"
          ],
          "ori": [],
          "source": "reiter",
          "mark": "F"
        },
        {
          "agency": "BURBANK CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "BURBANK"
          ],
          "courts": [
            "BURBANK"
          ],
          "ori": [],
          "source": "reiter",
          "mark": "F"
        },
        {
          "agency": "SANTA MONICA CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "SANTA MONICA",
            "S MONICA"
          ],
          "courts": [
            "SANTA MONICA"
          ],
          "ori": [],
          "source": "lro",
          "mark": "F"
        },
        {
          "agency": "HAWTHORNE CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "HAWTHORNE"
          ],
          "courts": [],
          "ori": [],
          "source": "reiter",
          "mark": "F"
        },
        {
          "agency": "REDONDO BEACH CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "REDONDO BEACH",
            "REDONDO BCH"
          ],
          "courts": [],
          "ori": [],
          "source": "lro",
          "mark": "F"
        },
        {
          "agency": "HERMOSA BEACH CITY ATTORNEY",
          "kind": "city-attorney",
          "places": [
            "HERMOSA BEACH",
            "HERMOSA BCH"
          ],
          "courts": [],
          "ori": [],
          "source": "lro",
          "mark": "F"
        }
      ]
    }
  ],
  "open": [
    {
      "citation": "Gov. Code 41803.5 and city charters",
      "source": "memory",
      "mark": "M",
      "confirm": "Which authority lets each of the ten cities prosecute misdemeanors of state law, from when, and was it ever interrupted?"
    },
    {
      "citation": "STP_ORI_CODE",
      "source": "memory",
      "mark": "M",
      "confirm": "The codes of the other eight police departments; until they are here, the name decides."
    },
    {
      "citation": "STP_ORI_DESCR",
      "source": "memory",
      "mark": "M",
      "confirm": "A municipal court leads to its city only when no arresting agency is known. A district can be larger than the city: is that wanted?"
    },
    {
      "citation": "STP_ORI_DESCR",
      "source": "memory",
      "mark": "M",
      "confirm": "Arrests by the sheriff or the highway patrol in one of the ten cities go to the district attorney, because the row does not show the place."
    },
    {
      "citation": "Other counties",
      "source": "memory",
      "mark": "M",
      "confirm": "City attorneys who prosecute elsewhere (San Diego is one): until they are here, the district attorney has every case."
    }
  ]
};
