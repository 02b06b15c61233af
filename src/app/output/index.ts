/** The door of output/: the right pane. */
export { Output } from './Output.tsx'
export { downloadBytes, downloadFile, type OutputFile, outputFiles } from './output-files.ts'
export { storesSpec } from './spec-in-xml.ts'
export { askBeforeTaking, takeFile, takeStoredYaml } from './take-file.ts'
