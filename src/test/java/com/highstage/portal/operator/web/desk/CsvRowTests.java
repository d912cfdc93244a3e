package com.highstage.portal.operator.web.desk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRowTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\uff1d1", "\t=1", "\r=1", "\n=1" })
	void noCellBeginsAFormula(String cell) {
		assertThat(CsvRow.harmless(cell)).isEqualTo("'" + cell);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "Contoso;=1+1|Contoso;'=1+1", "a;b; @x;+1|a;b;' @x;'+1", "=1;=2|'=1;'=2", "a;\"=1\"|a;'\"=1\"" })
	void noPartOfACellDoesWhereSemicolonsPartCells(String cell, String harmless) {
		assertThat(CsvRow.harmless(cell)).isEqualTo(harmless);
	}

	@Test
	void whatIsNoFormulaStaysAsItIs() {
		assertThat(CsvRow.harmless("Jensen & Søn - A/S; a=b")).isEqualTo("Jensen & Søn - A/S; a=b");
		assertThat(CsvRow.harmless("")).isEmpty();
	}

}
