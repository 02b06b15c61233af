import type { GuestMount } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { CodeLine, Disclosure } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
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
                <code>{`/etc/systemd/system/${unitName}`}</code>
                {t`, then`} <code>systemctl enable --now</code> {t`it:`}
              </p>
              <CodeLine code={unit} what={unitName} />
              <p>
                {t`Or one line of`} <code>/etc/fstab</code>
                {t`, with`} {mountPoint} {t`made before:`}
              </p>
            </>
          )}
          <CodeLine code={fstab} what={t`the fstab line of ${tag}`} />
        </div>
      </Disclosure>
    </Section>
  )
}
