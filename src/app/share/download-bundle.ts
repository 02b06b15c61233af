import { askBeforeTaking, downloadBytes, storesSpec } from '../output/index.ts'
import { renderer, whenWritten, whyNot } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Downloads all that it takes to run the VM as one zip; with errors or secrets in it after a question. */
export async function downloadBundle(): Promise<void> {
  const trouble = await whenWritten()
  if (trouble !== undefined) {
    announce(t`There is no zip. ${trouble.why}`)
    return
  }
  const { design, table, host } = vmDocument.store.getState()
  const outcome = await renderer.ask('bundle', { design, host, storesSpec: storesSpec() })
  if (outcome.kind !== 'done') {
    announce(t`There is no zip. ${whyNot(outcome)}`)
    return
  }
  const { name, bytes, secrets } = outcome.answer
  askBeforeTaking(`${name}.zip`, secrets, () => {
    downloadBytes({ name: `${name}.zip`, mime: 'application/zip', bytes })
    announce(
      table === undefined
        ? t`Downloaded ${name}.zip: unpack it on the host and run ./create.sh`
        : t`Downloaded ${name}.zip, of the design alone: its table of VMs is in Many from one`,
    )
  })
}
