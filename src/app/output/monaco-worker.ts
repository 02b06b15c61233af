/** Where Monaco's own work is done; its diffs are made there. */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'

Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => new EditorWorker() } })
