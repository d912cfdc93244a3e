package com.highstage.portal.simulator.exchange;

import tools.jackson.databind.JsonNode;

/**
 * A parameter of a cmdlet.
 *
 * @param name its name
 * @param kind what it takes
 * @param mandatory whether the cmdlet needs it
 */
record Parameter(String name, Kind kind, boolean mandatory) {

	void check(JsonNode value) {
		if (!this.kind.takes(value)) {
			throw ExchangeError.parameter("Cannot process argument transformation on parameter '" + this.name
					+ "'. Cannot convert value \"" + (value.isString() ? value.asString() : value.toString())
					+ "\" to type \"" + this.kind.type + "\".");
		}
	}

	/**
	 * What a parameter takes in JSON.
	 */
	enum Kind {

		/** Any words but none. */
		TEXT("System.String") {
			@Override
			boolean takes(JsonNode value) {
				return value.isString() && !value.asString().isBlank();
			}
		},

		/** The id of something. */
		GUID("System.Guid") {
			@Override
			boolean takes(JsonNode value) {
				return value.isString()
						&& value.asString().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
			}
		},

		/** On or off; PowerShell's switches too. */
		FLAG("System.Boolean") {
			@Override
			boolean takes(JsonNode value) {
				return value.isBoolean();
			}
		},

		/** On, off, or as the organisation has it. */
		FLAG_OR_NULL("System.Nullable`1[System.Boolean]") {
			@Override
			boolean takes(JsonNode value) {
				return value.isBoolean() || value.isNull();
			}
		},

		/** Some words. */
		LIST("System.String[]") {
			@Override
			boolean takes(JsonNode value) {
				return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(TEXT::takes);
			}
		},

		/** A number or {@code Unlimited}. */
		SIZE("Microsoft.Exchange.Data.Unlimited`1[System.UInt32]") {
			@Override
			boolean takes(JsonNode value) {
				return value.isInt() || (value.isString() && value.asString().matches("(?i)unlimited|\\d{1,9}"));
			}
		};

		private final String type;

		Kind(String type) {
			this.type = type;
		}

		abstract boolean takes(JsonNode value);

		Parameter needed(String name) {
			return new Parameter(name, this, true);
		}

		Parameter optional(String name) {
			return new Parameter(name, this, false);
		}

	}

}
