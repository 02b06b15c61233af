import { renderedStore, renderer, whenWritten, whyNot } from '../render/index.ts'
import { announce, IconButton } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { downloadBytes } from './output-files.ts'
import { askBeforeTaking, staleWords } from './take-file.ts'

const name = 'seed.iso'

/** The disk that holds the files of cloud-init, as a row beside them. It is made when it is wanted. */
export function SeedRow() {
  const download = async () => {
    const trouble = await whenWritten()
    const { cloudInit: files } = renderedStore.getState().rendered
    const outcome = await renderer.ask('seed', { files })
    if (outcome.kind !== 'done') {
      announce(t`There is no ${name}. ${whyNot(outcome)}`)
      return
    }
    askBeforeTaking(name, [], () => {
      downloadBytes({ name, mime: 'application/octet-stream', bytes: outcome.answer })
      announce(t`Downloaded ${name}${staleWords(trouble)}`)
    })
  }
  return (
    <li className="output__file">
      <div>
        <code>{name}</code>
        <span>{t`The disk with these files that cloud-init looks for, labelled cidata`}</span>
      </div>
      <IconButton icon="download" label={t`Download ${name}`} onPress={() => void download()} />
    </li>
  )
}
