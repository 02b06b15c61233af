import { useEffect, useState } from 'react'
import { announce, CodeLine, CopyButton, Disclosure } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

/** Beside the page, so that it can be fetched by its address as well. */
const address = './vmwright-probe.sh'
const run = 'sh vmwright-probe.sh > host.json'

async function fetchProbe(): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The probe is not there: ${answer.status}`)
  return await answer.text()
}

/** How to learn everything at once: a script that a careful person reads first. */
export function Probe() {
  return (
    <div className="host-probe">
      <p>{t`A shell script reads everything at once. It needs no root, sends nothing anywhere and changes nothing: it prints one JSON document. Save it on the host, read it, run it, and paste or drop what it wrote.`}</p>
      <div className="host-probe__get">
        <a className="button button--plain button--small" href={address} download="vmwright-probe.sh">
          <span className="button__text">{t`Download vmwright-probe.sh`}</span>
        </a>
        <CopyButton text={fetchProbe} what={t`the probe`} size="small" tone="plain">{t`Copy`}</CopyButton>
      </div>
      <CodeLine code={run} what={t`the command`} prompt="$" />
      <Disclosure title={t`Read the script`} remember="host.probe" summary={'vmwright-probe.sh'}>
        <ProbeText />
      </Disclosure>
    </div>
  )
}

function ProbeText() {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let isGone = false
    fetchProbe().then(
      (fetched) => {
        if (!isGone) setText(fetched)
      },
      () => announce(t`The probe could not be fetched from where this page is`),
    )
    return () => {
      isGone = true
    }
  }, [])
  if (text === undefined) return null
  return (
    <section
      className="host-probe__text"
      aria-label={'vmwright-probe.sh'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  )
}
