export { canonicalText, sameText } from '@clearway/pdf-reading';
