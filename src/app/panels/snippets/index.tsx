import { formatPath } from '../../core.ts'
import { SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useFindingAt, useRendered } from '../../render/index.ts'
import { below, itemAt, type SpecPath, say, specPath, unsay } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { Button, FieldGroup, IconButton, TextArea } from '../../ui/index.ts'
import { t, translated } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { useSpecItems } from '../spec-values.ts'
import './snippets.css'

const snippets = specPath(['libvirt', 'snippets'])

const shows: readonly SpecPath[] = [
  snippets,
  specPath(['libvirt', 'xml_passthrough']),
  specPath(['libvirt', 'leave_out']),
]

export function Panel() {
  const texts = useSpecItems(snippets)
  return (
    <PartPanel id="snippets" shows={shows}>
      <Section
        title={t`Snippets`}
        about={t`Each is one or more elements; a device goes into <devices>, anything else into the domain.`}
      >
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a snippet has no name but its place
          <Snippet key={index} index={index} text={text} />
        ))}
        <div>
          <Button
            size="small"
            icon="plus"
            onPress={() =>
              vmDocument.changeAll([say(below(snippets, [texts.length]), example)], t`add snippet`)
            }
          >{t`Add snippet`}</Button>
        </div>
      </Section>
      <Section
        title={t`Domain XML`}
        about={t`Merged in as a whole; a single element only where nothing is yet.`}
      >
        <FieldGroup>
          <SpecField path={specPath(['libvirt', 'xml_passthrough'])} label={t`Domain XML of your own`} />
          <SpecField
            path={specPath(['libvirt', 'leave_out'])}
            label={t`Left-out paths`}
            placeholder={'vcpu.placement'}
          />
        </FieldGroup>
      </Section>
      <Added />
    </PartPanel>
  )
}

/** What nobody has to say: libvirt has it in the VM all the same. */
function Added() {
  const added = useRendered((all) => all.added)
  if (added.length === 0) return null
  return (
    <Section
      title={t`What libvirt adds`}
      about={t`Nobody said these, and the VM has them when it runs, each at an address. Said here or in a part, they are as you say.`}
    >
      <ul className="snippets__added">
        {added.map(({ what, count }) => (
          <li key={what}>{count === 1 ? translated(what) : `${count} × ${translated(what)}`}</li>
        ))}
      </ul>
    </Section>
  )
}

const example = "<memballoon model='virtio'/>"

function Snippet({ index, text }: { readonly index: number; readonly text: string }) {
  const path = itemAt(snippets, index)
  const finding = useFindingAt(path)
  const isError = finding?.severity === 'error'
  return (
    <div className="snippet">
      <TextArea
        label={t`Snippet ${index + 1}`}
        path={formatPath(path)}
        mono
        rows={5}
        value={text}
        error={isError ? finding.message : undefined}
        warning={isError ? undefined : finding?.message}
        onChange={(next) => vmDocument.change(path, next ?? '', t`change snippet`)}
      />
      <IconButton
        icon="trash"
        size="small"
        label={t`Remove snippet ${index + 1}`}
        onPress={() => vmDocument.changeAll([unsay(path)], t`remove snippet`)}
      />
    </div>
  )
}
