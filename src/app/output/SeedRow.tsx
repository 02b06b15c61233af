import { renderedStore, whenWritten } from '../render/index.ts'
import { announce, IconButton } from '../ui/index.ts'
import { downloadBytes } from './output-files.ts'

const name = 'seed.iso'

/** The disk that holds the files of cloud-init, as a row beside them. What makes it is loaded when it is wanted. */
export function SeedRow() {
  const download = async () => {
    await whenWritten()
    const { seedImage } = await import('../../core/seed/index.ts')
    const encoder = new TextEncoder()
    const { cloudInit } = renderedStore.getState().rendered
    const files = cloudInit.map((file) => ({ name: file.name, bytes: encoder.encode(file.text) }))
    downloadBytes({ name, mime: 'application/octet-stream', bytes: seedImage(files) })
    announce(`Downloaded ${name}`)
  }
  return (
    <li className="output__file">
      <div>
        <code>{name}</code>
        <span>The disk with these files that cloud-init looks for, labelled cidata</span>
      </div>
      <IconButton icon="download" label={`Download ${name}`} onPress={() => void download()} />
    </li>
  )
}
