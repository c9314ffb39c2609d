/**
 * Chunks to clauses: each award meets the conditions before it, each step finds the measure it walks, limits and readings stay in
 * their order. List items become blocks of their own.
 */
import { announces } from './announced.ts';
import { bothWays, setsWalk } from './walks.ts';
import type { Chunk } from '../text/ast.ts';
import { awardClause, effectOf, hadCondition, isWhole } from './award-clauses.ts';
import { asChange, comparesWithBefore, topicOf } from '../conditions/changes.ts';
import { inputOf } from '../expressions/check.ts';
import { leadBehindItems, withPointsBehindStops } from './chunk-order.ts';
import type { Block, Clause } from '../conditions/clauses.ts';
import { withAtoms } from '../conditions/composed.ts';
import { withLateness } from '../conditions/lateness.ts';
import { withTallies } from '../conditions/tallies.ts';
import { type Context, lose, passOver, wordsAt } from '../conditions/context.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { type Counted, type Piece, withCounts } from './counted.ts';
import { countOf } from '../conditions/counts.ts';
import { excessOf } from './excess.ts';
import { takesOut } from '../grammar/remarks.ts';
import { type ItemTalk, joinedTalk, talkAt } from './item-talk.ts';
import { type Item, type Said, coresOfItems, placeSaid, withoutRestated } from './list-items.ts';
import { type ItemNames, announcement, itemNamesOf } from './listed-names.ts';
import { jointStep } from './joint-steps.ts';
import { readMark } from '../words/marks.ts';
import { quantityValue } from '../numbers/literals.ts';
import { leads, speaksOfItems, withItemEffects } from './item-effects.ts';
import { proseIn } from '../expressions/phrases.ts';
import { countsMissing, repeatsWorth } from './own-points.ts';
import { pointsOf } from '../expressions/points.ts';
import { withNamedRests } from '../conditions/rests.ts';
import { withShares } from './shares.ts';
import { seriesIn } from './series.ts';
import { type Span, cover } from '../text/source.ts';
import type { EffectResult } from '../expressions/standard.ts';
import { withSharedSteps } from './step-shares.ts';
import { type Test, truthTest } from '../expressions/ranges.ts';
import { alternativesIn, areKinds, conjunction, headed, saidIn, together } from '../conditions/selectors.ts';
import { stepOf } from '../conditions/steps.ts';
import { type Tester, tester, unitsIn } from '../conditions/tests.ts';

type ChunkOf<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

/** The blocks of a sentence or a section: first what stands outside the items, then the items. */
export function clausesOf(chunks: readonly Chunk[], context: Context): readonly Block[] {
  const { text } = context;
  const told = withLateness(
    withTallies(withAtoms(withItemEffects(chunks, context), context.scope), text, context.scope),
  );
  const placed = leadBehindItems(withShares(withSharedSteps(withPointsBehindStops(told), context), context), text);
  const pieces = withCounts(withNamedRests(placed, text), context);
  return new ClauseReader(pieces, context).read(pieces);
}

/** 存在下列情形, 以下问题, 每发生一项: the items are faults, which count when they happen. */
const OF_FAULTS =
  /(?:存在|出现|发生|有)(?:以下|下列)|(?:以下|下列|上述|以上)[^，,：:；;。]{0,6}(?:问题|行为|现象|情形)|每(?:发生|发现|出现|存在|查出)(?![^，,；;。]{0,8}(?:不符合|未|没有|缺|不))/;

/** Steps that count themselves: 不足一档的不计. */
const STEPS_THEMSELVES: ReadonlySet<string> = new Set(['档', '步', '级距']);

/** One sentence being read. */
class ClauseReader {
  private readonly context: Context;
  private readonly speaker: Tester;
  readonly outside: Clause[] = [];
  readonly items: Item[] = [];
  /** what each count already counts, by measure */
  private readonly walked = new Map<string, string>();
  private pending: Test[] = [];
  private basis: Test | undefined;
  /** the number named alone before a step */
  private topic: Chunk | undefined;
  /** what was said of the list items, before its award */
  private talk: { readonly talk: ItemTalk; readonly span: Span } | undefined;
  /** the 清单, as the words may call its items */
  private readonly names: ItemNames;
  /** how often the words count list items */
  private readonly countTalks: number;
  private inItem = false;
  private lastMark = -1;
  private hard = true;

  constructor(chunks: readonly Piece[], context: Context) {
    this.context = context;
    this.names = itemNamesOf(context.scope.items);
    const written = chunks.filter((chunk) => chunk.kind !== 'counted');
    const conditions = written.flatMap((chunk) => (chunk.kind === 'condition' ? [chunk.condition] : []));
    this.countTalks = conditions.filter(({ span }) => talkAt(context.text, span, this.names)?.who === 'count').length;
    const units = unitsIn(conditions, context.scope);
    this.speaker = tester(context.scope, context.report, context.text, { prose: proseIn(written), units });
  }

  read(chunks: readonly Piece[]): readonly Block[] {
    this.lastMark = chunks.findLastIndex(({ kind }) => kind === 'mark');
    chunks.forEach((chunk, index) => {
      this.take(chunk, chunks, index);
    });
    this.closeItem();
    this.dropPending();
    return [
      { item: undefined, listed: false, clauses: withoutRestated(this.outside, this.context) },
      ...this.items.map(({ test, clauses }) => ({ item: test, listed: true, clauses })),
    ];
  }

  private take(chunk: Piece, chunks: readonly Piece[], index: number): void {
    const fresh = this.hard && index > this.lastMark;
    switch (chunk.kind) {
      case 'shared':
        return;
      case 'mark':
        this.closeItem();
        this.dropPending();
        this.items.push({ number: readMark(chunk.text).number, test: undefined, clauses: [] });
        this.inItem = true;
        this.hard = false;
        return;
      case 'break':
        if (!chunk.hard) return;
        this.closeItem();
        if (!this.inItem && !setsWalk(this.pending, chunks[index + 1])) this.dropPending();
        this.hard = true;
        return;
      case 'basis': {
        const { subject, end, span } = chunk;
        this.basis = this.speaker.test({ kind: 'value', subject, end, span });
        return;
      }
      case 'condition': {
        const next = chunks.slice(index + 1).find((other) => other.kind !== 'break');
        const topic = next?.kind === 'counted' ? undefined : topicOf(chunk, next, this.context);
        if (this.announces(chunk)) return;
        const talk = this.talkIn(chunk, fresh, index > this.lastMark);
        if (talk !== undefined) this.takeTalk(talk, chunk.span);
        else if (topic === undefined) this.takeCondition(chunk, fresh);
        else {
          this.topic = chunk;
          this.speaker.speakOf(inputOf(topic, chunk.span));
        }
        return;
      }
      case 'counted':
        this.takeCounted(chunk, fresh);
        return;
      case 'award':
        if (announces(chunk, chunks, index)) return;
        this.takeAward(chunk, fresh, hadCondition(chunks, index));
        this.hard = false;
        return;
      case 'step':
        if (chunk.amount.kind === 'own') this.takeOwn(chunk, { kind: 'rest', span: chunk.head });
        else for (const one of bothWays(chunk, this.context)) this.takeStep(one, fresh);
        this.hard = false;
        return;
      case 'limit': {
        const points = pointsOf(chunk.amount, this.context.scope, this.context.report);
        const { limit, verb, span } = chunk;
        const whole: Core | undefined = points?.kind === 'full' ? { kind: 'weight', span: points.span } : undefined;
        const most = points?.kind === 'value' ? points.value : whole;
        if (most !== undefined) this.place({ kind: 'limit', limit, verb, most, span }, fresh);
        else if (points !== undefined || chunk.amount.kind === 'own') lose(this.context, span);
        return;
      }
      case 'stop': {
        const over = chunk.over && this.speaker.test(chunk.over);
        this.place({ kind: 'stop', at: chunk.at, over, span: chunk.span }, fresh);
        return;
      }
      case 'reading': {
        const found = quantityValue(chunk.width);
        const width = STEPS_THEMSELVES.has(found?.unit?.name ?? '') ? undefined : found?.value;
        if (found === undefined) lose(this.context, chunk.span);
        else this.place({ kind: 'reading', width, reading: chunk.reading, span: chunk.span }, false);
        return;
      }
      case 'series': {
        const series = seriesIn(chunk, this.context);
        if (series !== undefined) this.place(series, false);
        return;
      }
      case 'highest':
        this.place({ kind: 'highest', span: chunk.span }, fresh);
        return;
      case 'note':
        if (takesOut(wordsAt(this.context, chunk.span))) passOver(this.context, chunk.span);
        return;
      case 'heading':
        this.takeHeading(chunk, fresh);
        return;
      case 'unknown':
        if (chunk.text === '、' && this.joinsKinds(chunks[index + 1])) return;
        if (chunk.scoring) lose(this.context, chunk.span);
        else passOver(this.context, chunk.span);
        return;
    }
  }

  /** 支出进度：…: what follows speaks of it; a yes/no name is a condition. */
  private takeHeading({ name, prefix, text, span }: ChunkOf<'heading'>, fresh: boolean): void {
    const measure = name === undefined ? undefined : this.context.scope.measure(name);
    if (name === undefined || measure === undefined) return;
    if (measure.type.kind !== 'truth') this.speaker.speakOf(inputOf(measure, span));
    else {
      const expression =
        prefix === '' ? ({ kind: 'name', name, span } as const) : ({ kind: 'phrase', text, span } as const);
      const condition = { kind: 'holds', expression, span } as const;
      this.takeCondition({ kind: 'condition', condition, tail: '', span }, fresh);
    }
  }

  /** 三级医院不低于90%、二级医院不低于80%: a comma between kinds says nothing of its own. */
  private joinsKinds(next: Piece | undefined): boolean {
    const [first] = this.pending;
    if (first === undefined || next?.kind !== 'condition') return false;
    const [said] = saidIn(tester(this.context.scope, () => undefined, this.context.text).test(next.condition));
    return said !== undefined && areKinds(first, said);
  }

  /** 被通报1次: the count is the declared one its words name, else the one at hand, else one of its own. */
  private takeCounted({ words, unit, condition, written, span }: Counted, fresh: boolean): void {
    const measure = countOf({ words, unit, span }, this.speaker.current(), this.walked, this.context);
    if (measure === undefined) {
      this.takeCondition(written, fresh);
      return;
    }
    this.walked.set(coreText(measure.core), words);
    this.speaker.speakOf(measure);
    this.takeCondition({ kind: 'condition', condition, tail: '', span }, fresh);
  }

  private takeCondition(chunk: ChunkOf<'condition'>, fresh: boolean): void {
    const own = this.items[this.items.length - 1];
    if (this.inItem && fresh && own !== undefined && (own.test !== undefined || own.clauses.length > 0))
      this.inItem = false;
    const test = this.speaker.test(chunk.condition);
    if (test !== undefined)
      this.pending.push(...saidIn(test).map((said) => headed(said, wordsAt(this.context, said.span))));
  }

  /** 三项均符合得6分, behind the last item: what is said of the items together; 符合 alone only where no item is being read. */
  private talkIn({ span }: ChunkOf<'condition'>, fresh: boolean, behind: boolean): ItemTalk | undefined {
    if (!behind || (this.items.length === 0 && this.context.scope.items.length === 0)) return undefined;
    const talk = talkAt(this.context.text, span, this.names);
    return talk?.who === 'plain' && this.inItem && !fresh ? undefined : talk;
  }

  /** 甲、乙、丙，每项2分: the items of a 清单 written out; reported when only some of the names are items. */
  private announces({ span }: ChunkOf<'condition'>): boolean {
    const said = this.items.length > 0 ? undefined : announcement(wordsAt(this.context, span), this.names);
    if (said === 'some') lose(this.context, span);
    return said !== undefined;
  }

  private takeTalk(talk: ItemTalk, span: Span): void {
    this.closeItem();
    this.inItem = false;
    const before = this.talk;
    const both = before && joinedTalk(before.talk, talk);
    if (before !== undefined && both === undefined) lose(this.context, before.span);
    this.talk = { talk: both ?? talk, span: both === undefined ? span : cover(before?.span ?? span, span) };
  }

  private takeAward(chunk: ChunkOf<'award'>, fresh: boolean, conditional: boolean): void {
    const points =
      chunk.amount.kind === 'label' ? undefined : pointsOf(chunk.amount, this.context.scope, this.context.report);
    const test = this.pending.length === 0 ? undefined : conjunction(this.pending);
    if (chunk.amount.kind === 'own') {
      this.takeOwn(chunk, test);
      return;
    }
    const joint = points && jointStep(this.pending, chunk, points, this.context);
    const alternatives = test === undefined ? [undefined] : alternativesIn(this.pending).map(together);
    this.pending = [];
    if (joint !== undefined) {
      this.place(joint, fresh);
      return;
    }
    const onWhole = effectOf(chunk, points);
    if (onWhole?.kind === 'items') {
      this.takeOnItems(chunk, onWhole, alternatives);
      return;
    }
    if (test !== undefined && onWhole !== undefined) {
      for (const each of alternatives) {
        if (each === undefined) continue;
        this.outside.push({ kind: 'effect', test: each, result: onWhole, span: cover(test.span, chunk.span) });
      }
      return;
    }
    if (onWhole?.kind === 'grade' && !conditional && !leads(chunk, this.context)) lose(this.context, chunk.span);
    const { talk } = this;
    this.talk = undefined;
    if (points !== undefined && talk !== undefined) {
      const { verb, scope } = chunk;
      const said: Said = {
        talk: talk.talk,
        verb,
        points: { ...points, span: chunk.span },
        whole: isWhole(chunk, points),
        scope,
        alone: this.countTalks < 2,
        at: talk.span,
        span: cover(talk.span, chunk.span),
      };
      placeSaid(said, test, this, this.context);
      return;
    }
    if (points === undefined || (test === undefined && conditional)) return;
    if (chunk.scope === 'total' && chunk.verb === 'give') {
      lose(this.context, chunk.span);
      return;
    }
    const before = this.inItem ? this.items[this.items.length - 1]?.clauses : this.outside;
    const last = before?.[before.length - 1];
    if (test === undefined && last?.kind === 'award' && last.points.kind === 'proportion') {
      before?.splice(-1, 1, { ...last, points: { ...points, span: last.points.span } });
      return;
    }
    if (test === undefined && chunk.amount.kind === 'zero' && last?.kind === 'award' && last.whole) return;
    if (test === undefined && chunk.verb !== 'give' && points.kind !== 'choice') {
      lose(this.context, chunk.span);
      return;
    }
    const clause = awardClause(chunk, points, test);
    for (const each of alternatives) this.place(alternatives.length === 1 ? clause : { ...clause, test: each }, fresh);
  }

  /** 符合的得相应分值, 每有一项不符合扣除相应分值: no points of their own, and reported where they do not repeat any. */
  private takeOwn({ verb, span }: ChunkOf<'award'> | ChunkOf<'step'>, test: Test | undefined): void {
    const { talk } = this;
    [this.pending, this.talk] = [[], undefined];
    if (!repeatsWorth(verb, talk?.talk, test, this)) lose(this.context, span);
  }

  /** 未完成的，本项不得分，效益指标均不得分: without a condition of its own it has that of the award beside it. */
  private takeOnItems(
    chunk: ChunkOf<'award'>,
    result: EffectResult,
    alternatives: readonly (Test | undefined)[],
  ): void {
    const own = speaksOfItems(chunk) ? chunk.own : undefined;
    const beside = this.hard ? undefined : this.outside[this.outside.length - 1];
    const tests = own === undefined ? alternatives.filter((test) => test !== undefined) : [truthTest(own, own.span)];
    const shared =
      beside?.kind === 'award' || beside?.kind === 'effect' ? [beside.test].filter((test) => test !== undefined) : [];
    const found = tests.length > 0 ? tests : shared;
    if (found.length === 0) lose(this.context, chunk.span);
    for (const test of found) this.outside.push({ kind: 'effect', test, result, span: cover(test.span, chunk.span) });
  }

  private takeStep(chunk: ChunkOf<'step'>, fresh: boolean): void {
    this.closeItem();
    const listed = coresOfItems(
      this.items.filter(({ test, clauses }) => test !== undefined || clauses.length > 0),
      this.context,
    );
    const declared = this.context.scope.items.map((item) => inputOf(item, chunk.head).core);
    const items = listed !== undefined && listed.length > 0 ? listed : declared;
    const pending = this.pending.length === 0 && this.basis !== undefined ? [this.basis] : this.pending;
    const faults = chunk.direction !== 'missing' && OF_FAULTS.test(this.context.text);
    const kept = pending.filter(
      (test) => test.kind !== 'truth' || !comparesWithBefore(wordsAt(this.context, test.span)),
    );
    const before = { pending: kept, items, faults, speaker: this.speaker, walked: this.walked };
    const own = this.inItem ? this.items[this.items.length - 1]?.clauses : this.outside;
    const found = stepOf(excessOf(chunk, pending, own, this.context), before, this.context);
    const step = found && asChange(found, this.pending, this.topic, this.context);
    this.topic = undefined;
    this.pending = [];
    if (step !== undefined) this.place({ ...step, fresh: this.hard }, fresh);
  }

  private place(clause: Clause, fresh: boolean): void {
    const item = this.items[this.items.length - 1];
    const leaves =
      (fresh && (item?.test !== undefined || (item?.clauses.length ?? 0) > 0 || clause.kind !== 'award')) ||
      countsMissing(clause, this.items);
    if (item === undefined || !this.inItem || leaves) {
      this.inItem = false;
      this.outside.push(clause);
    } else item.clauses.push(clause);
  }

  private closeItem(): void {
    const item = this.items[this.items.length - 1];
    if (!this.inItem || item === undefined || item.clauses.length > 0 || this.pending.length === 0) return;
    item.test = conjunction(this.pending);
    this.pending = [];
  }

  private dropPending(): void {
    for (const test of this.pending) {
      if (test.kind === 'truth' && test.phrase && test.heading !== true) passOver(this.context, test.span);
      else lose(this.context, test.span);
    }
    this.pending = [];
  }
}
