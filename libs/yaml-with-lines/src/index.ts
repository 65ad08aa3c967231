export { meant, nearest } from './nearest';
export { type FileProblem, problemWords } from './problem';
export { readYaml, type YamlKind, type YamlPath, type YamlWithLines } from './read-yaml';
export { type ElseWhere, readAs, schemaProblems } from './schema-problems';
