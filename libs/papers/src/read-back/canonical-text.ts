export { canonicalText } from '@clearway/pdf-reading';
