import { useRendered } from '../../render/index.ts'
import { vmDocument } from '../../store.ts'
import { Button, FindingList } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

/** What the chosen firmware needs and has not, each with its fix, and all fixes at one click. */
export function FirmwareNeeds() {
  const findings = useRendered((rendered) => rendered.findings).filter(({ code }) =>
    code.startsWith('firmware.'),
  )
  if (findings.length === 0) return null
  const fixes = findings.flatMap(({ fix }) => fix ?? [])
  return (
    <>
      <FindingList
        findings={findings.map(({ severity, message, fix }, index) => ({
          id: String(index),
          severity,
          message,
          fix: fix?.title,
        }))}
        onFix={(id) => {
          const fix = findings[Number(id)]?.fix
          if (fix !== undefined) vmDocument.applyFix(fix)
        }}
      />
      {fixes.length > 1 && (
        <div>
          <Button
            size="small"
            icon="fix"
            onPress={() =>
              vmDocument.changeAll(
                fixes.flatMap(({ changes }) => changes),
                t`give the firmware what it needs`,
              )
            }
          >{t`Fix all ${fixes.length}`}</Button>
        </div>
      )}
    </>
  )
}
