import { downloadBytes } from '../output/index.ts'
import { renderedStore } from '../render/index.ts'
import { announce } from '../ui/index.ts'

/** Downloads all that it takes to run the VM as one zip. */
export async function downloadBundle(): Promise<void> {
  const { bundle, fileNameOf, zipBundle } = await import('./bundle.ts')
  const { design, host } = renderedStore.getState().rendered
  const { files } = bundle(design, host)
  const name = fileNameOf(design.name)
  downloadBytes({ name: `${name}.zip`, mime: 'application/zip', bytes: zipBundle(files, name) })
  announce(`Downloaded ${name}.zip: unpack it on the host and run ./create.sh`)
}
