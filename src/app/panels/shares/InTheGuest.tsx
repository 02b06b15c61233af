import type { GuestMount } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { CodeLine, Disclosure } from '../../ui/index.ts'
import { t, WithCode } from '../../words/index.ts'
import './shares.css'

/** The line that mounts the share, and the unit file that does it at each boot. */
export function InTheGuest({ mount }: { readonly mount: GuestMount }) {
  const { tag, makeDirectory, line, fstab, unitName, unit, mountPoint } = mount
  return (
    <Section title={t`In the guest`}>
      <CodeLine code={`${makeDirectory} && ${line}`} what={t`the mount line of ${tag}`} prompt="#" />
      <Disclosure
        title={t`At each boot`}
        summary={unit === undefined ? t`line of /etc/fstab` : t`${unitName}, or a line of /etc/fstab`}
        remember="shares.boot"
      >
        <div className="share-boot">
          {unit !== undefined && (
            <>
              <p>
                <WithCode
                  text={t`<code>/etc/systemd/system/${unitName}</code>, then <code>systemctl enable --now</code> it:`}
                />
              </p>
              <CodeLine code={unit} what={unitName} />
              <p>
                <WithCode text={t`Or one line of <code>/etc/fstab</code>, with ${mountPoint} made before:`} />
              </p>
            </>
          )}
          <CodeLine code={fstab} what={t`the fstab line of ${tag}`} />
        </div>
      </Disclosure>
    </Section>
  )
}
