import type { HostFacts } from '../../core.ts'
import { downloadFile } from '../../output/index.ts'
import { announce, Button, CopyButton } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

/** All that is known as one HostFacts file: for another browser, and for `vmwright check --host`. */
export function FactsFile({ host }: { readonly host: HostFacts }) {
  const text = () => `${JSON.stringify(host, undefined, 2)}\n`
  return (
    <div className="host-file">
      <Button
        size="small"
        icon="download"
        onPress={() => {
          downloadFile({ name: 'host.json', mime: 'application/json', text: text() })
          announce(t`Downloaded host.json`)
        }}
      >{t`Download host.json`}</Button>
      <CopyButton text={text} what={t`what is known`} size="small">{t`Copy as JSON`}</CopyButton>
    </div>
  )
}
