// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
import { type ModelSource } from './model-source';

// libs/identity/src/model/weights.yaml
export const SHIPPED_MODEL: ModelSource = {
  "model": "clearway-1",
  "fitted": "40000 records of seed 1 of tools/bench-identity",
  "settings": {
    "population-floor": 20000,
    "ask-from": 2,
    "same-from": 5,
    "same-from-unsure": 5,
    "margin": 6,
    "rarest-name": 50000,
    "nicknames": 3,
    "sounds": 2,
    "slips": 25,
    "block-cap": 40,
    "far-years": 13
  },
  "fields": {
    "last": {
      "same": {
        "m": 0.942,
        "u": 0.002195
      },
      "sound": {
        "m": 0.03177,
        "u": 0.0002326
      },
      "close": {
        "m": 0.008237,
        "u": 0.0004437
      },
      "part": {
        "m": 0.0129,
        "u": 0.0006834
      },
      "different": {
        "m": 0.005126,
        "u": 0.9964
      }
    },
    "first": {
      "same": {
        "m": 0.9374,
        "u": 0.009218
      },
      "nickname": {
        "m": 0.02107,
        "u": 0.003562
      },
      "sound": {
        "m": 0.02755,
        "u": 0.0008169
      },
      "close": {
        "m": 0.009543,
        "u": 0.0005529
      },
      "initial": {
        "m": 0.0005,
        "u": 0.00001
      },
      "middle": {
        "m": 0.0005,
        "u": 0.008131
      },
      "different": {
        "m": 0.00432,
        "u": 0.9777
      }
    },
    "order": {
      "straight": {
        "m": 0.9924,
        "u": 1
      },
      "swapped": {
        "m": 0.007626,
        "u": 0.00001
      }
    },
    "middle": {
      "same": {
        "m": 0.5242,
        "u": 0.008191
      },
      "initial": {
        "m": 0.4754,
        "u": 0.03595
      },
      "different": {
        "m": 0.0005,
        "u": 0.9559
      }
    },
    "suffix": {
      "same": {
        "m": 0.4257,
        "u": 0.004666
      },
      "one-missing": {
        "m": 0.5739,
        "u": 0.987
      },
      "different": {
        "m": 0.0005,
        "u": 0.008368
      }
    },
    "birth": {
      "same": {
        "m": 0.9608,
        "u": 0.00004884
      },
      "swapped": {
        "m": 0.003019,
        "u": 0.00002359
      },
      "digit": {
        "m": 0.01456,
        "u": 0.001345
      },
      "month": {
        "m": 0.0005,
        "u": 0.00001
      },
      "year-only": {
        "m": 0.02037,
        "u": 0.0003411
      },
      "same-year": {
        "m": 0.001091,
        "u": 0.01527
      },
      "near": {
        "m": 0.0005,
        "u": 0.06377
      },
      "different": {
        "m": 0.0005,
        "u": 0.2875
      },
      "far": {
        "m": 0.0005,
        "u": 0.6317
      }
    },
    "case": {
      "same": {
        "m": 0.3649,
        "u": 0.00001
      },
      "similar": {
        "m": 0.07993,
        "u": 0.00001
      },
      "elsewhere": {
        "m": 0.5552,
        "u": 1
      }
    },
    "sex": {
      "same": {
        "m": 0.996,
        "u": 0.6646
      },
      "different": {
        "m": 0.003988,
        "u": 0.3354
      }
    },
    "ssn": {
      "same": {
        "m": 0.97,
        "u": 0.00001
      },
      "different": {
        "m": 0.03,
        "u": 0.99999
      }
    }
  }
};
