/**
 * The grammar of grade tables: lines that give the grade of a total. See parser.ts for the rules.
 */
import type { ParserMethod } from 'chevrotain';
import type { Condition, GradeLine } from './ast.ts';
import { diagnose } from './messages.ts';
import { AwardParser } from './parser-awards.ts';
import { spanOf } from './parser-expressions.ts';
import { type Span, cover } from './source.ts';
import { ANY, TYPES } from './tokens.ts';

/** Grade tables, over conditions. */
export class GradeParser extends AwardParser {
  readonly grades: ParserMethod<[], GradeLine[]> = this.RULE('grades', (): GradeLine[] => {
    const lines: GradeLine[] = [];
    this.MANY({
      GATE: () => this.more,
      DEF: () => {
        this.OR({
          IGNORE_AMBIGUITIES: true,
          DEF: [
            {
              GATE: () => this.sees(/[,;:)(]/y),
              ALT: () => this.CONSUME(ANY),
            },
            {
              GATE: () => this.sees(/[PL][(,:]/y),
              ALT: () => {
                const label = this.SUBRULE(this.gradeLabel);
                this.OR2([
                  { ALT: () => this.CONSUME(TYPES.open) },
                  { ALT: () => this.CONSUME(TYPES.comma) },
                  { ALT: () => this.CONSUME(TYPES.colon) },
                ]);
                const condition = this.SUBRULE(this.condition);
                this.OPTION(() => this.CONSUME(TYPES.close));
                this.ACTION(() => lines.push(this.gradeLine(condition, label)));
              },
            },
            {
              ALT: () => {
                const condition = this.SUBRULE2(this.condition);
                this.OPTION2(() => this.CONSUME(TYPES.de));
                this.MANY2({ GATE: () => this.sees(/[e,yV]/y), DEF: () => this.CONSUME2(ANY) });
                const label = this.SUBRULE2(this.gradeLabel);
                this.ACTION(() => lines.push(this.gradeLine(condition, label)));
              },
            },
          ],
        });
      },
    });
    return lines;
  });

  private readonly gradeLabel: ParserMethod<[], Span> = this.RULE('gradeLabel', (): Span => {
    const spans: Span[] = [];
    this.MANY({
      GATE: () => !this.sees(/[,;:()]|$/y),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => spans.push(spanOf(token)));
      },
    });
    return this.ACTION(() => (spans.length === 0 ? { start: this.here, end: this.here } : cover(...spans)));
  });

  private gradeLine(condition: Condition, label: Span): GradeLine {
    if (label.start === label.end) this.report(diagnose('incomplete', label, { expected: '等次' }));
    return { condition, label: this.slice(label), span: cover(condition.span, label) };
  }
}
