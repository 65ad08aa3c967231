/** What an element is, as PDF 1.7 (ISO 32000-1, 14.8.4) names it. */
export const ROLES = [
  'Document',
  'Sect',
  'H1',
  'H2',
  'H3',
  'H4',
  'P',
  'BlockQuote',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'Form',
  'Figure',
  'TOC',
  'TOCI',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that group others and hold no text of their own. */
export const CONTAINERS: ReadonlySet<Role> = new Set<Role>([
  'Document',
  'Sect',
  'L',
  'LI',
  'Table',
  'TR',
  'BlockQuote',
  'TOC',
]);

/** What stands on a page beside its content; never read aloud as part of it. */
export type Artifact = 'Header' | 'Footer' | 'LineNumbers' | 'Layout';

/** How each artifact is announced in a content stream. */
export const ARTIFACT_MARKS: Readonly<Record<Artifact, string>> = {
  Header: '/Artifact<</Type/Pagination/Subtype/Header>>BDC',
  Footer: '/Artifact<</Type/Pagination/Subtype/Footer>>BDC',
  LineNumbers: '/Artifact<</Type/Pagination>>BDC',
  Layout: '/Artifact<</Type/Layout>>BDC',
};

export type ListNumbering = 'Decimal' | 'Disc' | 'LowerAlpha' | 'None';
