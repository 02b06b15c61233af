/** The door of output/: the files of a design. The pane itself is loaded by App. */
export { downloadBytes, downloadFile, type OutputFile } from './output-files.ts'
export { storesSpec } from './spec-in-xml.ts'
export { askBeforeTaking, takeStoredYaml } from './take-file.ts'
