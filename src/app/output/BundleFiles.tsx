import { useEffect, useState } from 'react'
import { renderedStore, renderer, useRevision } from '../render/index.ts'
import { CopyButton, Disclosure } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { storesSpec } from './spec-in-xml.ts'

interface BundleText {
  readonly name: string
  readonly text: string
}

/** What the zip holds, to be read before anything is downloaded. It is made when this is opened. */
export function BundleFiles() {
  return (
    <Disclosure
      title={t`In the zip`}
      summary={t`Read the scripts before you download them`}
      remember="output.bundle"
    >
      <Files />
    </Disclosure>
  )
}

function Files() {
  const revision = useRevision()
  const [files, setFiles] = useState<readonly BundleText[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drawing of the design may change the files
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const { design, host } = renderedStore.getState().rendered
      const outcome = await renderer.ask('bundleFiles', { design, host, storesSpec: storesSpec() })
      if (isWanted && outcome.kind === 'done') setFiles(outcome.answer)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [revision])
  return files.map(({ name, text }) => (
    <Disclosure key={name} title={name} summary={firstWords(text)} remember={`output.bundle.${name}`}>
      <div className="output__bundled">
        <CopyButton text={text} what={name} />
        <section
          aria-label={name}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          tabIndex={0}
        >
          <pre>{text}</pre>
        </section>
      </div>
    </Disclosure>
  ))
}

/** What a file says of itself: its first comment or heading. */
function firstWords(text: string): string {
  const said = text.split('\n').find((line) => /^# /.test(line))
  return said?.slice(2, 100) ?? ''
}
