// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.
import { type ModelSource } from './model-source';

// libs/identity/src/model/weights.yaml
export const SHIPPED_MODEL: ModelSource = {
  model: 'clearway-1',
  fitted: 'by hand, before the first fit',
  settings: {
    'population-floor': 20000,
    'ask-from': 3,
    'same-from': 11,
    margin: 10,
    'rarest-name': 50000,
    'block-cap': 40,
    'far-years': 13,
  },
  fields: {
    last: {
      same: {
        m: 0.9,
        u: 0.002,
      },
      sound: {
        m: 0.03,
        u: 0.0005,
      },
      close: {
        m: 0.04,
        u: 0.001,
      },
      part: {
        m: 0.02,
        u: 0.001,
      },
      different: {
        m: 0.01,
        u: 0.9955,
      },
    },
    first: {
      same: {
        m: 0.85,
        u: 0.005,
      },
      nickname: {
        m: 0.06,
        u: 0.003,
      },
      sound: {
        m: 0.03,
        u: 0.001,
      },
      close: {
        m: 0.03,
        u: 0.002,
      },
      initial: {
        m: 0.01,
        u: 0.002,
      },
      middle: {
        m: 0.01,
        u: 0.004,
      },
      different: {
        m: 0.01,
        u: 0.983,
      },
    },
    order: {
      straight: {
        m: 0.99,
        u: 0.999,
      },
      swapped: {
        m: 0.01,
        u: 0.001,
      },
    },
    middle: {
      same: {
        m: 0.7,
        u: 0.02,
      },
      initial: {
        m: 0.28,
        u: 0.06,
      },
      different: {
        m: 0.02,
        u: 0.92,
      },
    },
    suffix: {
      same: {
        m: 0.7,
        u: 0.4,
      },
      'one-missing': {
        m: 0.28,
        u: 0.1,
      },
      different: {
        m: 0.001,
        u: 0.5,
      },
    },
    birth: {
      same: {
        m: 0.92,
        u: 0.00007,
      },
      swapped: {
        m: 0.01,
        u: 0.00003,
      },
      digit: {
        m: 0.03,
        u: 0.002,
      },
      month: {
        m: 0.02,
        u: 0.001,
      },
      'year-only': {
        m: 0.02,
        u: 0.02,
      },
      'same-year': {
        m: 0.005,
        u: 0.02,
      },
      near: {
        m: 0.005,
        u: 0.1,
      },
      different: {
        m: 0.005,
        u: 0.4,
      },
      far: {
        m: 0.001,
        u: 0.4,
      },
    },
    case: {
      same: {
        m: 0.6,
        u: 0.00001,
      },
      similar: {
        m: 0.05,
        u: 0.00005,
      },
      elsewhere: {
        m: 0.35,
        u: 0.99,
      },
    },
    sex: {
      same: {
        m: 0.995,
        u: 0.66,
      },
      different: {
        m: 0.005,
        u: 0.34,
      },
    },
    ssn: {
      same: {
        m: 0.97,
        u: 0.00001,
      },
      different: {
        m: 0.03,
        u: 0.99999,
      },
    },
  },
};
