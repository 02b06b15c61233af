import EditorWorker from 'monaco-editor/editor/editor.worker?worker'

/** Says where Monaco's own work is done; its diffs are made there. */
export function setMonacoWorker(): void {
  Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => new EditorWorker() } })
}
