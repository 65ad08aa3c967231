// What docs/papers.md says of each paper. Names of files are those of the pictured files of libs/papers.

/**
 * @typedef {object} ShownPaper
 * @property {string} title
 * @property {string} file of the pictured files
 * @property {number[]} pages that are shown
 * @property {string} what it is
 * @property {string} when it is made
 * @property {string} live what the court or somebody else still fills in
 */

const COURT =
  "the court's decision (granted, denied), the date and the signature; a judge strikes single lines by hand";
const NOTHING = 'nothing';
const SIGNED = 'nothing in the file; the prosecutor signs';

/** @type {readonly ShownPaper[]} */
export const PAPERS = [
  {
    title: 'Motion for many cases',
    file: 'motion-bulk',
    pages: [1, 2],
    what: 'One motion for all cases of a courthouse and prosecuting agency; its list is Exhibit A, whose hash it names.',
    when: 'the court takes papers in bulk (`--papers bulk`)',
    live: SIGNED,
  },
  {
    title: 'Motion for many cases, public',
    file: 'motion-public',
    pages: [1],
    what: 'The same without a name; the complete list goes by the confidential route, on the ground that is stated.',
    when: "the court's profile keeps something out of public papers",
    live: SIGNED,
  },
  {
    title: 'Motion for one case',
    file: 'motion-one-count',
    pages: [1, 2],
    what: 'One motion for one case and defendant, with the table of its convictions.',
    when: 'the court takes papers per case (`--papers per-case`)',
    live: SIGNED,
  },
  {
    title: 'Motion for one case with forty counts',
    file: 'motion-forty-counts',
    pages: [2],
    what: 'The table runs over pages; its head stands on each.',
    when: 'as above',
    live: SIGNED,
  },
  {
    title: 'Order for many cases',
    file: 'order-bulk',
    pages: [1, 2],
    what: 'The proposed order, with a schedule of every line; short ones stand below the signature, long ones on pages or files of their own.',
    when: 'with each motion for many cases',
    live: COURT,
  },
  {
    title: 'Order for one case',
    file: 'order-one-count',
    pages: [1, 2],
    what: 'The proposed order for one case, count by count.',
    when: 'with each motion for one case',
    live: COURT,
  },
  {
    title: 'Motion and order in one',
    file: 'motion-and-order',
    pages: [1, 3],
    what: 'Both in one paper; the order begins on a page of its own.',
    when: "the court's profile says `order: combined`",
    live: COURT,
  },
  {
    title: 'Memorandum of points and authorities',
    file: 'memorandum-everything',
    pages: [1, 2],
    what: 'The law of the motion; only cases that may be cited.',
    when: "the court's profile lists `memorandum`",
    live: SIGNED,
  },
  {
    title: 'Exhibit A',
    file: 'many-scripts-exhibit',
    pages: [1],
    what: 'Every conviction of the motion, with its totals. No social security number, birth date or state number.',
    when: 'with each motion for many cases',
    live: NOTHING,
  },
  {
    title: 'Exhibit A, a part',
    file: 'exhibit-part',
    pages: [1],
    what: 'Where the whole would be larger than a file may be.',
    when: 'the size limit of the profile asks for it',
    live: NOTHING,
  },
  {
    title: 'Exhibit A under seal',
    file: 'exhibit-sealed',
    pages: [1],
    what: 'The complete list, with its ground and the number of this copy.',
    when: 'beside each public exhibit that leaves something out',
    live: NOTHING,
  },
  {
    title: 'Schedule, a part',
    file: 'schedule',
    pages: [1],
    what: "A part of the order's schedule in a file of its own.",
    when: 'the order would be larger than a file may be',
    live: NOTHING,
  },
  {
    title: 'Notice of challenge',
    file: 'notice-of-challenge',
    pages: [1, 2],
    what: 'Which convictions the People challenge, on which ground and with which kind of evidence.',
    when: 'an attorney decided to challenge',
    live: SIGNED,
  },
  {
    title: 'Proof of service',
    file: 'proof-of-service',
    pages: [1],
    what: 'Which papers were served on whom.',
    when: "the court's profile lists `proof of service`",
    live: 'whoever serves fills in name, address, method and date by hand, and signs',
  },
  {
    title: 'Separator sheet',
    file: 'separator',
    pages: [1],
    what: 'A sheet before each packet: case, court, agency, how many copies.',
    when: "the court's profile says `separators: yes`",
    live: NOTHING,
  },
  {
    title: 'Index',
    file: 'index',
    pages: [1],
    what: "The batch's packets, each with file and page.",
    when: 'with each batch',
    live: NOTHING,
  },
  {
    title: 'Volume',
    file: 'volume',
    pages: [1, 2],
    what: 'Many packets in one file within the size limit; each paper keeps its own page numbers and foot and has a bookmark.',
    when: "the court's profile says `delivery: volumes`",
    live: "the court's fields, with names that differ from packet to packet",
  },
  {
    title: "A court's own form",
    file: 'filled-form',
    pages: [1],
    what: 'A form of the court, filled so that every viewer and printer shows the values. The picture shows an invented form.',
    when: "the court's profile lists `form: CR-400` or another",
    live: "the fields that the form's mapping leaves to the court",
  },
];
