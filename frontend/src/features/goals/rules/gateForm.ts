import type { Schemas } from '@/shared/api/client';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { stages } from '@/shared/ui/Show';

export type Gate = Schemas['GateWire'];
export type GateNeed = Gate['needs'][number];

/** Paper is one line of a gate: a kind of paper, or several of which one is enough, and whether a reason may stand for it, with which papers beside it. */
export type Paper = { id: number; kinds: string[]; reasoned: boolean; instead: string[] };

const blank: GateNeed = { field: '', evidence: '', visit: false, any_of: [], reasoned: false, instead: [] };

let last = 0;

/** newPaper is an empty line with a number of its own. */
export const newPaper = (): Paper => ({ id: ++last, kinds: [], reasoned: false, instead: [] });

/** papersOf returns the papers among what a gate asks for. */
export const papersOf = (needs: GateNeed[]): Paper[] =>
  needs
    .filter((n) => n.evidence || n.any_of.length > 0)
    .map((n) => ({ ...newPaper(), kinds: n.evidence ? [n.evidence] : n.any_of, reasoned: n.reasoned, instead: n.instead }));

const needOf = (p: Paper): GateNeed => ({
  ...blank,
  ...(p.kinds.length === 1 ? { evidence: p.kinds[0] ?? '' } : { any_of: p.kinds }),
  reasoned: p.reasoned,
  instead: p.reasoned ? p.instead : [],
});

/** gateOf returns the gate that a form describes: fields and visit first, then the papers. */
export function gateOf(stage: string, v: Values, papers: Paper[], equipment: Paper[], names: Map<string, string>): Gate {
  const read = readForm(v);
  const list = (key: string) => read.texts(key) ?? [];
  const before = [...list('fields').map((field) => ({ ...blank, field })), ...(read.flag('visit') ? [{ ...blank, visit: true }] : [])];
  return {
    stage,
    needs: [...before, ...papers.map(needOf)],
    equipment: equipment.map(needOf),
    not_counted: list('not_counted').map((name) => names.get(name) ?? name),
  };
}

/** withGate returns the gates with one replaced, in the order of stages. A gate that asks for nothing is left out. */
export const withGate = (all: Gate[], one: Gate): Gate[] =>
  stages
    .flatMap((s) => (s === one.stage ? [one] : all.filter((g) => g.stage === s)))
    .filter((g) => g.needs.length + g.equipment.length + g.not_counted.length > 0);

/** faultsOf returns the refusals of one gate's papers by the numbers of their lines. */
export function faultsOf(fields: Schemas['Problem']['fields'], items: Gate[], stage: string, papers: Paper[], equipment: Paper[]) {
  const at = items.findIndex((g) => g.stage === stage);
  const ahead = (items[at]?.needs.length ?? 0) - papers.length;
  const out: Record<number, string> = {};
  for (const f of fields ?? []) {
    const m = /^items\[(\d+)\]\.(needs|equipment)\[(\d+)\]/.exec(f.path);
    if (!m || Number(m[1]) !== at) continue;
    const line = m[2] === 'needs' ? papers[Number(m[3]) - ahead] : equipment[Number(m[3])];
    if (line) out[line.id] = f.message;
  }
  return out;
}
