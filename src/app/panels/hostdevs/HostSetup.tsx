import { useMemo, useState } from 'react'
import { type DistroFamily, distroFamily, hostSetup, type SetupFile, type SetupStep } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { useRendered } from '../../render/index.ts'
import { useVmDocument } from '../../store.ts'
import { CodeLine, Icon, Segments } from '../../ui/index.ts'
import { t, WithCode } from '../../words/index.ts'

/** What has to be done on the host before this design starts: texts to copy, for its distribution. */
export function HostSetup() {
  const host = useVmDocument((state) => state.host)
  const domain = useRendered(({ resolved }) => resolved.domain)
  const known = distroFamily(host?.distro)
  const [chosen, setChosen] = useState<DistroFamily | 'any'>('any')
  const distro = known === undefined && chosen !== 'any' ? chosen : host?.distro
  const steps = useMemo(
    () => hostSetup(distro === undefined ? host : { ...host, distro }, domain),
    [host, distro, domain],
  )
  if (steps.length === 0) return null
  return (
    <Section
      title={t`What the host must do`}
      about={t`Before this VM can start. Nothing here is done by itself: read it, and copy what you want, to a shell of root.`}
    >
      {known === undefined && (
        <div className="pci-picker__bar">
          <Segments label={t`Distribution`} value={chosen} onChange={setChosen} segments={families} />
        </div>
      )}
      <ol className="host-steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </Section>
  )
}

const families: readonly { readonly value: DistroFamily | 'any'; readonly label: string }[] = [
  { value: 'any', label: t`Not known` },
  { value: 'debian', label: t`Debian, Ubuntu` },
  { value: 'fedora', label: t`Fedora, RHEL` },
  { value: 'arch', label: t`Arch` },
  { value: 'opensuse', label: t`openSUSE` },
  { value: 'nixos', label: t`NixOS` },
]

function Step({ step }: { readonly step: SetupStep }) {
  const { title, why, files, commands, done } = step
  return (
    <li className="host-step">
      <p className="host-step__title">
        {title}
        {done === true && (
          <span className="host-step__done">
            <Icon name="check" size={12} /> {t`done already`}
          </span>
        )}
      </p>
      <p className="pci-picker__reason">{why}</p>
      {files.map((file) => (
        <File key={file.path} file={file} />
      ))}
      {commands.length > 0 && (
        <CodeLine code={commands.join('\n')} what={t`the commands: ${title}`} prompt="#" />
      )}
    </li>
  )
}

function File({ file }: { readonly file: SetupFile }) {
  const { path, content, append, mode } = file
  return (
    <div>
      <p className="host-step__file">
        <WithCode text={append === true ? t`Into <code>${path}</code>` : t`File <code>${path}</code>`} />
        {mode !== undefined && t`, mode ${mode}`}
      </p>
      <CodeLine code={content} what={path} />
    </div>
  )
}
