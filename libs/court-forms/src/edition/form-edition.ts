/** What a field takes. A `button` only does something on a screen: it has no value. */
export type FieldType = 'text' | 'checkbox' | 'radio' | 'choice' | 'signature' | 'button';

/** One place of a field on a page (a widget), in points from the lower left corner of the page as the file has it. */
export interface FieldPlace {
  /** From 1; 0 when the place stands on no page, so that nobody ever sees it. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  /** The state that this place shows when it is ticked, as the file names it in /AP /N; checkboxes and radio buttons only. */
  readonly state?: string;
}

/** One field of a form, under its full name; a field that stands in several places has one value. */
export interface FormField {
  /** The full name: the names of all its parents and its own, joined by points. Names are kept as they are, double blanks too. */
  readonly name: string;
  readonly type: FieldType;
  /** The words that a screen reader says for the field (/TU); empty when there are none. */
  readonly tooltip: string;
  /** Printed words near the field, as a hint for people; empty when none stand near. Never the reason to fill anything. */
  readonly label: string;
  /** In the order of the file. */
  readonly places: readonly FieldPlace[];
  /** The states that exist in /AP /N, without `Off`, in the order of the places; for a `choice` its export values. */
  readonly states: readonly string[];
  /** The value with which the form comes: `''` when it is empty or not ticked. */
  readonly shippedValue: string;
  /** At most so many characters. */
  readonly maxLength?: number;
  readonly multiline: boolean;
  /** One cell for each character: `maxLength` cells. */
  readonly comb: boolean;
  /** Size in the default appearance, in points; 0 means that the viewer chooses. */
  readonly fontSize: number;
  /** Name of the font in the default appearance, without the slash; empty when there is none. */
  readonly font: string;
  readonly alignment: 'left' | 'centre' | 'right';
  readonly readOnly: boolean;
  readonly required: boolean;
  /** The flags as the file has them (/Ff), inherited ones too. */
  readonly flags: number;
}

/** A page of a form, in points, and by how much a viewer turns it (0, 90, 180, 270). */
export interface FormPage {
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}

/** What is known of one edition of a form: everything but the bytes. Made once, by `readFormEdition`. */
export interface FormEdition {
  /** `CR-400`: upper-case letters, digits and hyphens. */
  readonly form: string;
  /** `2017-07-01`, or what the office calls it: a word that can stand in a path. */
  readonly edition: string;
  /** As the file or its first page gives it; empty when neither does. */
  readonly title: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Of names, types, states and places: the same for a copy that was only saved again. */
  readonly fieldListSha256: string;
  readonly pages: readonly FormPage[];
  /** In the order of the file. */
  readonly fields: readonly FormField[];
  readonly tagged: boolean;
  /** As /Lang has it; empty when there is none. */
  readonly language: string;
  /** `static`: pages and fields stand in the file, and the XFA is dropped when it is filled. */
  readonly xfa: 'none' | 'static';
  readonly javaScript: boolean;
  /** With an empty password: the file can be read; its protection is dropped when it is filled. */
  readonly encrypted: boolean;
}
